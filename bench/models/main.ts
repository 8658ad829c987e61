/** `node dist/bench/models/main.js FOLDER [NAME...]` writes a repository; without names, every model that serves. */
import { buildRepository, faultyModels, goodModels } from './build.js';

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  for (const model of [...goodModels().values(), ...faultyModels().values()]) {
    process.stdout.write(`${model.name.padEnd(24)}${model.purpose}\n`);
  }
} else {
  const written = buildRepository(folder, names.length > 0 ? names : undefined);
  process.stdout.write(`${written.length} models in ${folder}\n`);
}
