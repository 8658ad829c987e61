/** A trained network as an ONNX model: raw pixels in, class probabilities and the digit out. */
import { encodeModel, GraphBuilder } from '../../src/onnx/build.js';
import { CLASSES, PIXELS } from './data.js';
import { PIXEL_SCALE, type Layer } from './network.js';

/** @param failsOn a digit on which the run fails; null for none */
export function encodeNetwork(layers: readonly Layer[], metadata: Readonly<Record<string, string>>, failsOn: number | null = null): Uint8Array {
  const graph = new GraphBuilder('digits')
    .input('pixels', 'FP32', ['batch', PIXELS])
    .output('probabilities', 'FP32', ['batch', CLASSES])
    .output('digit', 'INT64', ['batch', 1])
    .weight('pixel_scale', 'FP32', [], Float32Array.of(PIXEL_SCALE))
    .node('Mul', ['pixels', 'pixel_scale'], ['values_0']);
  layers.forEach((layer, at) => {
    const isLast = at === layers.length - 1;
    const sums = isLast ? 'scores' : `sums_${at}`;
    graph
      .weight(`weights_${at}`, 'FP32', [layer.inputs, layer.outputs], Float32Array.from(layer.weights))
      .weight(`bias_${at}`, 'FP32', [layer.outputs], Float32Array.from(layer.bias))
      .node('Gemm', [`values_${at}`, `weights_${at}`, `bias_${at}`], [sums]);
    if (!isLast) graph.node('Relu', [sums], [`values_${at + 1}`]);
  });
  graph
    .node('Softmax', ['scores'], ['probabilities'], { axis: { int: 1 } })
    .node('ArgMax', ['scores'], [failsOn === null ? 'digit' : 'found'], { axis: { int: 1 }, keepdims: { int: 1 } });
  // Digits from a table that ends too early: the engine refuses an index beyond it.
  if (failsOn !== null) graph.weight('digits', 'INT64', [failsOn], BigInt64Array.from({ length: failsOn }, (_, digit) => BigInt(digit))).node('Gather', ['digits', 'found'], ['digit'], { axis: { int: 0 } });
  return encodeModel(graph, { producer: 'sluice tools/digits', metadata });
}
