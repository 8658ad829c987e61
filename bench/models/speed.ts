/** Models for measuring: a tiny one, one of large rows, and one of slow rows. */
import { GraphBuilder } from '../../src/onnx/build.js';
import { benchModel, noise, type BenchModel } from './model.js';

function scaled(length: number, seed: number, scale: number): Float32Array {
  return noise(length, seed).map((value) => value * scale);
}

/** 64 floats in, two layers of 256, 16 out: the run is so short that everything around it shows. */
export function small(): BenchModel {
  const graph = new GraphBuilder('small')
    .input('input', 'FP32', ['batch', 64])
    .output('output', 'FP32', ['batch', 16])
    .weight('w0', 'FP32', [64, 256], scaled(64 * 256, 1, 0.2))
    .weight('b0', 'FP32', [256], scaled(256, 2, 0.2))
    .weight('w1', 'FP32', [256, 256], scaled(256 * 256, 3, 0.1))
    .weight('b1', 'FP32', [256], scaled(256, 4, 0.1))
    .weight('w2', 'FP32', [256, 16], scaled(256 * 16, 5, 0.1))
    .weight('b2', 'FP32', [16], scaled(16, 6, 0.1))
    .node('Gemm', ['input', 'w0', 'b0'], ['s0'])
    .node('Relu', ['s0'], ['h0'])
    .node('Gemm', ['h0', 'w1', 'b1'], ['s1'])
    .node('Relu', ['s1'], ['h1'])
    .node('Gemm', ['h1', 'w2', 'b2'], ['output']);
  return benchModel('small', 'small rows at a high rate', graph, {
    maxBatchSize: 64,
    inputs: [{ name: 'input', datatype: 'FP32', dims: [64] }],
    outputs: [{ name: 'output', datatype: 'FP32', dims: [16] }],
  });
}

/** 602,112 bytes a row and next to no work: moving bytes is what is measured. */
export function image(): BenchModel {
  const graph = new GraphBuilder('image')
    .input('input', 'FP32', ['batch', 3, 224, 224])
    .output('output', 'FP32', ['batch', 3])
    .node('ReduceMean', ['input'], ['output'], { axes: { ints: [2, 3] }, keepdims: { int: 0 } });
  return benchModel('image', 'large rows that cost little to run', graph, {
    maxBatchSize: 32,
    inputs: [{ name: 'input', datatype: 'FP32', dims: [3, 224, 224] }],
    outputs: [{ name: 'output', datatype: 'FP32', dims: [3] }],
  });
}

const HEAVY_CHANNELS = 64;

/**
 * Five convolutions of 64 channels at 32 by 32, 153 million multiplications a row. Convolutions do as many
 * operations per byte for one row as for many, so a batch gains next to nothing and only more threads help.
 */
export function heavy(): BenchModel {
  const graph = new GraphBuilder('heavy').input('input', 'FP32', ['batch', 3, 32, 32]).output('output', 'FP32', ['batch', 10]);
  let values = 'input';
  for (let at = 0; at < 5; at++) {
    const channels = at === 0 ? 3 : HEAVY_CHANNELS;
    const weights = scaled(HEAVY_CHANNELS * channels * 9, 10 + at, Math.sqrt(3 / (channels * 9)));
    graph
      .weight(`w${at}`, 'FP32', [HEAVY_CHANNELS, channels, 3, 3], weights)
      .node('Conv', [values, `w${at}`], [`c${at}`], { kernel_shape: { ints: [3, 3] }, pads: { ints: [1, 1, 1, 1] } })
      .node('Relu', [`c${at}`], [`r${at}`]);
    values = `r${at}`;
  }
  graph
    .node('GlobalAveragePool', [values], ['pooled'])
    .node('Flatten', ['pooled'], ['features'], { axis: { int: 1 } })
    .weight('wf', 'FP32', [HEAVY_CHANNELS, 10], scaled(HEAVY_CHANNELS * 10, 20, 0.2))
    .node('MatMul', ['features', 'wf'], ['output']);
  return benchModel('heavy', 'rows that take milliseconds and gain little from a batch', graph, {
    maxBatchSize: 16,
    inputs: [{ name: 'input', datatype: 'FP32', dims: [3, 32, 32] }],
    outputs: [{ name: 'output', datatype: 'FP32', dims: [10] }],
  });
}
