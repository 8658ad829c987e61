/**
 * Everything that training makes, as bytes by path below the repository folder: two versions of the model and a
 * request to try them with. The same data gives the same bytes, so a test can hold the checked-in files to them.
 */
import { digestOf, parseDigits, PIXELS, splitDigits, type Digits } from './data.js';
import { encodeNetwork } from './graph.js';
import { evaluate, type Metrics } from './metric.js';
import { train, type TrainOptions } from './network.js';

/** A third of the rows, so that an accuracy of 97 percent is known to about 0.7 points. */
export const HELD_OUT_COUNT = 597;
/** Images of the golden set: enough to tell 90 percent from 97, and few enough to run in milliseconds. */
const GOLDEN_COUNT = 100;
export const SPLIT_SEED = 20260101;
/** Fixed, because a date of the day would change the files each time. */
const TRAINED_ON = '2026-11-23';

export const RECIPES: Readonly<Record<string, { readonly algorithm: string; readonly options: TrainOptions }>> = {
  1: {
    algorithm: 'softmax regression',
    options: { hidden: [], epochs: 25, batch: 32, rate: 0.01, decay: 0.01, seed: 1 },
  },
  2: {
    algorithm: 'network 64-64-10',
    options: { hidden: [64], epochs: 60, batch: 16, rate: 0.003, decay: 0.1, seed: 2 },
  },
};

export interface Made {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metrics: ReadonlyMap<string, Metrics>;
}

export function splitOf(compressed: Uint8Array): { train: Digits; heldOut: Digits } {
  return splitDigits(parseDigits(compressed), HELD_OUT_COUNT, SPLIT_SEED);
}

export function makeDigits(compressed: Uint8Array): Made {
  const { train: rows, heldOut } = splitOf(compressed);
  const files = new Map<string, Uint8Array>();
  const metrics = new Map<string, Metrics>();
  for (const [version, { algorithm, options }] of Object.entries(RECIPES)) {
    const layers = train(rows, options);
    const own = evaluate(layers, heldOut);
    metrics.set(version, own);
    files.set(`digits/${version}/model.onnx`, encodeNetwork(layers, {
      algorithm,
      trained_on: TRAINED_ON,
      seed: String(options.seed),
      epochs: String(options.epochs),
      data: 'UCI Optical Recognition of Handwritten Digits, CC BY 4.0',
      data_sha256: digestOf(compressed),
      split_seed: String(SPLIT_SEED),
      train_rows: String(rows.count),
      held_out_rows: String(heldOut.count),
      accuracy: own.accuracy.toFixed(6),
      log_loss: own.logLoss.toFixed(6),
    }));
  }
  files.set('digits/sample.json', new TextEncoder().encode(sample(heldOut)));
  files.set('digits/golden.jsonl', new TextEncoder().encode(golden(heldOut)));
  return { files, metrics };
}

/** Held-out images with their digits; every version must get nine of ten right. */
function golden(heldOut: Digits): string {
  const lines: object[] = [{ golden: 1, metrics: [{ output: 'digit', kind: 'accuracy', min: 0.9 }] }];
  for (let row = 0; row < GOLDEN_COUNT; row++) {
    const data = [...heldOut.pixels.subarray(row * PIXELS, (row + 1) * PIXELS)];
    lines.push({ name: `image ${row}`, inputs: [{ name: 'pixels', datatype: 'FP32', shape: [1, PIXELS], data }], outputs: [{ name: 'digit', data: [heldOut.labels[row]] }] });
  }
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** A request with the first held-out image, eight pixels to a line, so that one can see the digit. */
function sample(heldOut: Digits): string {
  const rows = Array.from({ length: PIXELS / 8 }, (_, at) => `      ${heldOut.pixels.subarray(at * 8, at * 8 + 8).join(', ')}`);
  const head = `"name": "pixels", "shape": [1, ${PIXELS}], "datatype": "FP32"`;
  return `{\n  "inputs": [{\n    ${head}, "data": [\n${rows.join(',\n')}\n    ]\n  }]\n}\n`;
}
