import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFakeEngine } from '../../src/backend/fake.js';
import { engineContract } from '../support/engine-contract.js';

engineContract('the scripted one', {
  engine: createFakeEngine,
  device: 'cpu',
  datatypes: ['BOOL', 'INT8', 'INT64', 'FP16', 'FP64'],
  write(folder, model) {
    if (model === 'poison' || model === 'dynamic') return null;
    const path = join(folder, `${model}.json`);
    const datatype = model === 'strings' ? 'BYTES' : model.startsWith('same-') ? model.slice('same-'.length) : 'FP32';
    const dims = model === 'scalar' ? [] : [-1, -1];
    const tensors = (names: readonly string[]): object[] => names.map((name) => ({ name, datatype, dims }));
    const pair = model === 'pair';
    // Outputs stand at the place of their input, in the order in which the contract asks.
    writeFileSync(path, JSON.stringify({ inputs: tensors(pair ? ['a', 'b'] : ['x']), outputs: tensors(pair ? ['p', 'q'] : ['y']), add: pair ? 0 : 1 }));
    return path;
  },
});
