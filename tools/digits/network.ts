/**
 * A fully connected network with ReLU between its layers and softmax at its end; with one layer it is softmax
 * regression. Trained with Adam on mini-batches. Arithmetic is in doubles and in a fixed order.
 */
import { Random } from './random.js';
import { CLASSES, PIXELS, type Digits } from './data.js';

export const PIXEL_SCALE = 1 / 16;

/** One dense layer; weights lie as [inputs][outputs]. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

export interface TrainOptions {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  /** Weight decay, as in AdamW. */
  readonly decay: number;
  readonly seed: number;
}

/** Adam's usual rates of forgetting. */
const MEAN_KEPT = 0.9;
const SQUARE_KEPT = 0.999;

/** Where in the run a step is. */
interface Moment {
  meanPower: number;
  squarePower: number;
  rowCount: number;
  rate: number;
}

interface Slope {
  readonly gradient: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

export function train(digits: Digits, options: TrainOptions): Layer[] {
  const random = new Random(options.seed);
  const layers = initial([PIXELS, ...options.hidden, CLASSES], random);
  const slopes = layers.map((layer) => ({ weights: slope(layer.weights), bias: slope(layer.bias) }));
  const order = Int32Array.from({ length: digits.count }, (_, row) => row);
  const stepCount = options.epochs * Math.ceil(digits.count / options.batch);
  // Powers as running products: the language does not fix the last bit of its power operator.
  const moment: Moment = { meanPower: 1, squarePower: 1, rowCount: 0, rate: 0 };
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    random.shuffle(order);
    for (let first = 0; first < digits.count; first += options.batch) {
      const rows = order.subarray(first, first + options.batch);
      for (const row of rows) {
        const image = digits.pixels.subarray(row * PIXELS, (row + 1) * PIXELS);
        backward(layers, slopes, image, digits.labels[row] as number);
      }
      moment.meanPower *= MEAN_KEPT;
      moment.squarePower *= SQUARE_KEPT;
      moment.rowCount = rows.length;
      // The rate falls in a line, so that the last epochs settle.
      moment.rate = options.rate * (1 - step++ / stepCount);
      layers.forEach((layer, at) => {
        const own = slopes[at] as (typeof slopes)[number];
        adam(layer.weights, own.weights, moment, options.decay);
        adam(layer.bias, own.bias, moment, 0);
      });
    }
  }
  return layers.map((layer) => ({ ...layer, weights: rounded(layer.weights), bias: rounded(layer.bias) }));
}

function initial(sizes: readonly number[], random: Random): Layer[] {
  return sizes.slice(1).map((outputs, at) => {
    const inputs = sizes[at] as number;
    const deviation = Math.sqrt(2 / inputs);
    const weights = Float64Array.from({ length: inputs * outputs }, () => random.normal() * deviation);
    return { inputs, outputs, weights, bias: new Float64Array(outputs) };
  });
}

function slope(values: Float64Array): Slope {
  const { length } = values;
  return { gradient: new Float64Array(length), mean: new Float64Array(length), square: new Float64Array(length) };
}

/** To single precision, which is what the model file holds. */
function rounded(values: Float64Array): Float64Array {
  return values.map((value) => Math.fround(value));
}

/** Activations of every layer, the image first and the class probabilities last. */
export function forward(layers: readonly Layer[], pixels: Float64Array): Float64Array[] {
  let values = pixels.map((pixel) => pixel * PIXEL_SCALE);
  const activations = [values];
  layers.forEach((layer, at) => {
    const next = Float64Array.from(layer.bias);
    for (let from = 0; from < layer.inputs; from++) {
      const value = values[from] as number;
      if (value === 0) continue;
      const offset = from * layer.outputs;
      for (let to = 0; to < layer.outputs; to++) (next[to] as number) += value * (layer.weights[offset + to] as number);
    }
    if (at < layers.length - 1) for (let to = 0; to < next.length; to++) next[to] = Math.max(0, next[to] as number);
    else softmax(next);
    values = next;
    activations.push(values);
  });
  return activations;
}

function softmax(values: Float64Array): void {
  const highest = Math.max(...values);
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] = Math.exp((values[at] as number) - highest);
  for (let at = 0; at < values.length; at++) (values[at] as number) /= sum;
}

function backward(layers: readonly Layer[], slopes: readonly { weights: Slope; bias: Slope }[], pixels: Float64Array, label: number): void {
  const activations = forward(layers, pixels);
  let error = Float64Array.from(activations[layers.length] as Float64Array);
  (error[label] as number) -= 1;
  for (let at = layers.length - 1; at >= 0; at--) {
    const layer = layers[at] as Layer;
    const own = slopes[at] as (typeof slopes)[number];
    const values = activations[at] as Float64Array;
    const earlier = new Float64Array(layer.inputs);
    for (let to = 0; to < layer.outputs; to++) (own.bias.gradient[to] as number) += error[to] as number;
    for (let from = 0; from < layer.inputs; from++) {
      const value = values[from] as number;
      if (value === 0) continue;
      const offset = from * layer.outputs;
      let sum = 0;
      for (let to = 0; to < layer.outputs; to++) {
        const fault = error[to] as number;
        (own.weights.gradient[offset + to] as number) += value * fault;
        sum += fault * (layer.weights[offset + to] as number);
      }
      earlier[from] = sum;
    }
    error = earlier;
  }
}

function adam(values: Float64Array, own: Slope, moment: Moment, decay: number): void {
  const meanScale = 1 / (1 - moment.meanPower);
  const squareScale = 1 / (1 - moment.squarePower);
  for (let at = 0; at < values.length; at++) {
    const gradient = (own.gradient[at] as number) / moment.rowCount;
    own.gradient[at] = 0;
    const mean = MEAN_KEPT * (own.mean[at] as number) + (1 - MEAN_KEPT) * gradient;
    const square = SQUARE_KEPT * (own.square[at] as number) + (1 - SQUARE_KEPT) * gradient * gradient;
    own.mean[at] = mean;
    own.square[at] = square;
    const value = values[at] as number;
    values[at] = value - moment.rate * ((mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8) + decay * value);
  }
}
