/** Models with a behaviour that tests need: Triton's example, one to be kept busy, one to be poisoned. */
import { encodeModel, GraphBuilder } from '../../src/onnx/build.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import { benchModel, configText, noise, text, type BenchConfig, type BenchModel, type BenchTensor } from './model.js';

function pair(prefix: string, datatype: Datatype): BenchTensor[] {
  return [0, 1].map((at) => ({ name: `${prefix}${at}`, datatype, dims: [16] }));
}

/** The model that Triton's client examples speak to: the sum and the difference of two rows. */
export function simple(): BenchModel {
  const graph = new GraphBuilder('simple')
    .input('INPUT0', 'INT32', ['batch', 16]).input('INPUT1', 'INT32', ['batch', 16])
    .output('OUTPUT0', 'INT32', ['batch', 16]).output('OUTPUT1', 'INT32', ['batch', 16])
    .node('Add', ['INPUT0', 'INPUT1'], ['OUTPUT0'])
    .node('Sub', ['INPUT0', 'INPUT1'], ['OUTPUT1']);
  return benchModel('simple', 'sum and difference, as in the client examples', graph, {
    maxBatchSize: 8, inputs: pair('INPUT', 'INT32'), outputs: pair('OUTPUT', 'INT32'),
  });
}

/** The same with numbers written as strings. */
export function simpleString(): BenchModel {
  const graph = new GraphBuilder('simple_string');
  for (const at of [0, 1]) {
    graph.input(`INPUT${at}`, 'BYTES', ['batch', 16]).output(`OUTPUT${at}`, 'BYTES', ['batch', 16])
      .node('Cast', [`INPUT${at}`], [`number${at}`], { to: { int: 6 } });
  }
  graph.node('Add', ['number0', 'number1'], ['sum']).node('Sub', ['number0', 'number1'], ['difference'])
    .node('Cast', ['sum'], ['OUTPUT0'], { to: { int: 8 } }).node('Cast', ['difference'], ['OUTPUT1'], { to: { int: 8 } });
  return benchModel('simple_string', 'sum and difference of numbers in strings', graph, {
    maxBatchSize: 8, inputs: pair('INPUT', 'BYTES'), outputs: pair('OUTPUT', 'BYTES'),
  });
}

/** Runs as many rounds as the largest `rounds` of its batch asks for, so that a test can keep an instance busy. */
export function spin(): BenchModel {
  const body = new GraphBuilder('round')
    .input('at', 'INT64', []).input('go', 'BOOL', []).input('state', 'FP32', [64, 64])
    .output('on', 'BOOL', []).output('next', 'FP32', [64, 64])
    .node('Identity', ['go'], ['on'])
    .node('MatMul', ['state', 'mix'], ['mixed'])
    .node('Tanh', ['mixed'], ['next']);
  const graph = new GraphBuilder('spin')
    .input('rounds', 'INT64', ['batch', 1])
    .output('done', 'INT64', ['batch', 1])
    .weight('mix', 'FP32', [64, 64], noise(64 * 64, 30))
    .weight('begin', 'FP32', [64, 64], noise(64 * 64, 31))
    .weight('yes', 'BOOL', [], Uint8Array.of(1))
    .weight('nothing', 'FP32', [], Float32Array.of(0))
    .node('ReduceMax', ['rounds'], ['most'], { keepdims: { int: 0 } })
    .node('Loop', ['most', 'yes', 'begin'], ['end'], { body: { graph: body } })
    .node('ReduceMax', ['end'], ['peak'], { keepdims: { int: 0 } })
    // The answer must depend on the loop, or the runtime may drop it.
    .node('Mul', ['peak', 'nothing'], ['zero'])
    .node('Cast', ['zero'], ['whole'], { to: { int: 7 } })
    .node('Add', ['rounds', 'whole'], ['done']);
  return benchModel('spin', 'takes as long as it is asked to', graph, {
    maxBatchSize: 8,
    inputs: [{ name: 'rounds', datatype: 'INT64', dims: [1] }],
    outputs: [{ name: 'done', datatype: 'INT64', dims: [1] }],
  });
}

/** Looks rows of four up; any other index fails the whole run, the innocent rows of its batch included. */
export function poison(): BenchModel {
  const graph = new GraphBuilder('poison')
    .input('index', 'INT64', ['batch', 1])
    .output('value', 'FP32', ['batch', 1, 2])
    .weight('table', 'FP32', [4, 2], Float32Array.of(0, 1, 10, 11, 20, 21, 30, 31))
    .node('Gather', ['table', 'index'], ['value'], { axis: { int: 0 } });
  return benchModel('poison', 'fails a run that holds an index outside of 0 to 3', graph, {
    maxBatchSize: 8,
    inputs: [{ name: 'index', datatype: 'INT64', dims: [1] }],
    outputs: [{ name: 'value', datatype: 'FP32', dims: [1, 2] }],
  });
}

/** Its weights lie in a file beside the model. */
export function external(): BenchModel {
  const values = noise(4, 40);
  const graph = new GraphBuilder('external')
    .input('INPUT0', 'FP32', ['batch', 4])
    .output('OUTPUT0', 'FP32', ['batch', 4])
    .externalWeight('addend', 'FP32', [4], { location: 'weights.bin', offset: 0, length: 16 })
    .node('Add', ['INPUT0', 'addend'], ['OUTPUT0']);
  const config: BenchConfig = {
    maxBatchSize: 8,
    inputs: [{ name: 'INPUT0', datatype: 'FP32', dims: [4] }],
    outputs: [{ name: 'OUTPUT0', datatype: 'FP32', dims: [4] }],
  };
  const files = new Map([
    ['config.pbtxt', text(configText('external', config))],
    ['1/model.onnx', encodeModel(graph)],
    ['1/weights.bin', new Uint8Array(values.buffer)],
  ]);
  return { name: 'external', purpose: 'weights in a file of their own', files };
}
