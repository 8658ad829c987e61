/** How good a model is on rows that it has not seen. */
import { PIXELS, type Digits } from './data.js';
import { forward, type Layer } from './network.js';

export interface Metrics {
  readonly accuracy: number;
  readonly logLoss: number;
}

/** From class probabilities, `classes` per row; used for what the trainer computes and for what a runtime answers. */
export function measure(probabilities: ArrayLike<number>, labels: Int32Array, classes: number): Metrics {
  let correct = 0;
  let loss = 0;
  labels.forEach((label, row) => {
    let best = 0;
    for (let at = 1; at < classes; at++) {
      if ((probabilities[row * classes + at] as number) > (probabilities[row * classes + best] as number)) best = at;
    }
    if (best === label) correct++;
    loss -= Math.log(Math.max(probabilities[row * classes + label] as number, 1e-12));
  });
  return { accuracy: correct / labels.length, logLoss: loss / labels.length };
}

export function evaluate(layers: readonly Layer[], digits: Digits): Metrics {
  const classes = layers.at(-1)?.outputs ?? 0;
  const probabilities = new Float64Array(digits.count * classes);
  for (let row = 0; row < digits.count; row++) {
    const activations = forward(layers, digits.pixels.subarray(row * PIXELS, (row + 1) * PIXELS));
    probabilities.set(activations.at(-1) as Float64Array, row * classes);
  }
  return measure(probabilities, digits.labels, classes);
}
