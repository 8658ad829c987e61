/** `npm run bench`: runs the scenarios one after the other, shows progress, prints the table, writes the result file. */
import { faultText } from './fault.js';
import { machineFacts } from './machine.js';
import { HELP, parseOptions, type BenchOptions } from './options.js';
import { StreamProgress, type Progress } from './progress.js';
import { resultName, resultTable, writeResult, type ScenarioResult } from './result.js';
import { SCENARIOS } from './scenario/all.js';
import type { Scenario } from './scenario/scenario.js';
import { Stage, type Settings } from './stage.js';

async function runScenario(scenario: Scenario, settings: Settings, progress: Progress): Promise<ScenarioResult> {
  const startMs = performance.now();
  const stage = new Stage(settings, progress);
  const seconds = (): number => (performance.now() - startMs) / 1000;
  try {
    const outcome = await scenario.run(stage);
    await stage.end();
    return { scenario, kind: 'measured', seconds: seconds(), outcome };
  } catch (thrown) {
    const fault = faultText(thrown);
    progress.note(`${scenario.name} could not be measured: ${fault}`);
    await stage.end().catch((also: unknown) => progress.note(faultText(also)));
    return { scenario, kind: 'not measured', seconds: seconds(), fault };
  }
}

async function run(options: BenchOptions): Promise<number> {
  const progress = new StreamProgress(process.stderr);
  const wanted = SCENARIOS.filter(({ name }) => options.names.length === 0 || options.names.includes(name));
  const date = new Date();
  const machine = machineFacts();
  progress.note(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}, commit ${machine.commit}, load ${machine.loadBefore.toFixed(2)}`);
  const results: ScenarioResult[] = [];
  for (const [index, scenario] of wanted.entries()) {
    progress.note(`${index + 1}/${wanted.length} ${scenario.name}: ${scenario.title}`);
    results.push(await runScenario(scenario, options.settings, progress));
  }
  process.stdout.write(`${resultTable(results)}\n`);
  const file = options.out ?? (options.settings.quick ? null : new URL(`../../bench/result/${resultName(date)}`, import.meta.url).pathname);
  if (file !== null) {
    writeResult(file, date, machine, options.settings, results);
    progress.note(`written to ${file}`);
  }
  return results.every((result) => result.kind === 'measured') ? 0 : 1;
}

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseOptions(argv, SCENARIOS.map(({ name }) => name));
  switch (parsed.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'list':
      for (const { name, title, target } of SCENARIOS) process.stdout.write(`${name.padEnd(10)} ${title}; ${target}\n`);
      return 0;
    case 'unusable':
      process.stderr.write(`${parsed.faults.join('\n')}\n`);
      return 2;
    case 'run':
      return run(parsed.options);
  }
}

process.exitCode = await main(process.argv.slice(2));
