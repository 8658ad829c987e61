import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeModel, GraphBuilder, tensorValue } from '../../src/onnx/build.js';
import { DATATYPES, type Datatype } from '../../src/tensor/datatype.js';
import { readSummary } from '../../src/onnx/signature.js';
import { schema } from '../../src/onnx/schema.js';
import { MemorySource } from '../../src/onnx/wire.js';

const read = (bytes: Uint8Array) => readSummary(new MemorySource('model.onnx', bytes));

function network(): GraphBuilder {
  return new GraphBuilder('net')
    .input('x', 'FP32', ['batch', 64])
    .input('w', 'FP32', [64, 4])
    .output('y', 'FP32', ['batch', 4])
    .weight('w', 'FP32', [64, 4], new Float32Array(256))
    .node('MatMul', ['x', 'w'], ['m'])
    .node('Relu', ['m'], ['y']);
}

describe('summary of a model', () => {
  it('holds inputs less initializers, outputs, operators, metadata and weight bytes', () => {
    const bytes = encodeModel(network(), { metadata: { run: 'seed 1', empty: '' } });
    const summary = read(bytes);
    expect(summary).toEqual({
      irVersion: 8, producerName: 'sluice', producerVersion: '', domain: '', modelVersion: 0, graphName: 'net',
      opsets: [{ domain: '', version: 17 }],
      metadata: [{ key: 'run', value: 'seed 1' }, { key: 'empty', value: '' }],
      inputs: [{ name: 'x', kind: 'tensor', datatype: 'FP32', elementType: 1, dims: [-1, 64], dimNames: ['batch', ''] }],
      outputs: [{ name: 'y', kind: 'tensor', datatype: 'FP32', elementType: 1, dims: [-1, 4], dimNames: ['batch', ''] }],
      opTypes: ['MatMul', 'Relu'], nodeCount: 2, weightCount: 1, weightBytes: 1024, externalFiles: [], fileBytes: bytes.length,
    });
    expect(structuredClone(summary)).toEqual(summary);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('tells scalars, unknown ranks, unnamed and negative dimensions, and zero sizes apart', () => {
    const graph = new GraphBuilder('g').input('scalar', 'INT64', []).input('any', 'BYTES', null)
      .input('odd', 'FP16', [null, -5, 0]).output('o', 'BOOL', [1]).node('Foo', [], ['o'], {}, 'com.example');
    const { inputs, opTypes } = read(encodeModel(graph));
    expect(inputs.map(({ name, datatype, dims }) => [name, datatype, dims])).toEqual([
      ['scalar', 'INT64', []], ['any', 'BYTES', null], ['odd', 'FP16', [-1, -1, 0]],
    ]);
    expect(opTypes).toEqual(['com.example::Foo']);
  });

  it('flags what cannot be served by kind and keeps the element type it has no word for', () => {
    const graph = new GraphBuilder('g').output('o', 'FP32', [1])
      .inputValue({ name: 'seq', type: { sequenceType: { elemType: { tensorType: { elemType: 1 } } } } })
      .inputValue({ name: 'map', type: { mapType: { keyType: 7, valueType: { tensorType: { elemType: 1 } } } } })
      .inputValue({ name: 'opt', type: { optionalType: {} } })
      .inputValue({ name: 'sparse', type: { sparseTensorType: { elemType: 1 } } })
      .inputValue({ name: 'none' })
      .inputValue(tensorValue('int4', 22, [2]));
    expect(read(encodeModel(graph)).inputs.map(({ name, kind, datatype, elementType }) => [name, kind, datatype, elementType])).toEqual([
      ['seq', 'sequence', null, 0], ['map', 'map', null, 0], ['opt', 'optional', null, 0],
      ['sparse', 'sparse_tensor', null, 0], ['none', 'undeclared', null, 0], ['int4', 'tensor', null, 22],
    ]);
  });

  it('counts operators and weights of nested graphs and functions', () => {
    const body = new GraphBuilder('body').weight('inner', 'FP64', [4], new Float64Array(4)).node('Neg', [], ['n']);
    const graph = network().node('If', ['c'], ['i'], { then_branch: { graph: body } });
    const model = schema.ModelProto.decode(encodeModel(graph));
    model.functions = [{ name: 'f', node: [{ opType: 'Tanh' }] }];
    const summary = read(schema.ModelProto.encode(model).finish());
    expect(summary.opTypes).toEqual(['If', 'MatMul', 'Neg', 'Relu', 'Tanh']);
    expect(summary.weightBytes).toBe(1024 + 32);
    expect(summary.nodeCount).toBe(5);
  });

  it('adds up external weights and says how large their files must be', () => {
    const graph = network()
      .externalWeight('e1', 'FP32', [1024], { location: 'weights/big.bin', offset: 0, length: 4096 })
      .externalWeight('e2', 'FP32', [1024], { location: './weights/big.bin', offset: 5_000_000_000, length: 4096 });
    const summary = read(encodeModel(graph));
    expect(summary.externalFiles).toEqual([{ path: 'weights/big.bin', bytesMin: 5_000_004_096 }]);
    expect(summary.weightBytes).toBe(1024 + 8192);
  });

  it('estimates listed weights by their dims, but no further than their bytes allow', () => {
    const weights = [
      { dataType: 7, dims: [3], int64Data: [1, 2, 3] },
      { dataType: 7, dims: [1_000_000_000], int64Data: [1] },
      { dataType: 8, dims: [1], stringData: [new Uint8Array(10)] },
      { dataType: 22, dims: [3], rawData: new Uint8Array(2) },
    ];
    const sizes = weights.map((weight) =>
      read(schema.ModelProto.encode({ graph: { initializer: [weight] } }).finish()).weightBytes);
    expect(sizes).toEqual([24, 8, 10, 2]);
  });

  it('gives back whatever was built', () => {
    const dim = fc.oneof(fc.nat(2 ** 40), fc.string({ minLength: 1, maxLength: 8 }), fc.constant(null));
    const value = fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }),
      datatype: fc.constantFrom(...(Object.keys(DATATYPES) as Datatype[])),
      dims: fc.option(fc.array(dim, { maxLength: 5 })),
    });
    const values = fc.uniqueArray(value, { maxLength: 6, selector: ({ name }) => name });
    const metadata = fc.dictionary(fc.string({ minLength: 1 }), fc.string());
    fc.assert(fc.property(values, values, metadata, fc.nat(2 ** 31), (inputs, outputs, entries, opset) => {
      const graph = new GraphBuilder('any');
      for (const { name, datatype, dims } of inputs) graph.input(name, datatype, dims);
      for (const { name, datatype, dims } of outputs) graph.output(name, datatype, dims);
      const summary = read(encodeModel(graph, { metadata: entries, opsets: { '': opset } }));
      const plain = ({ name, datatype, dims }: (typeof inputs)[number]) => ({
        name, datatype, kind: 'tensor', elementType: DATATYPES[datatype].onnx,
        dims: dims?.map((one) => (typeof one === 'number' ? one : -1)) ?? null,
        dimNames: dims?.map((one) => (typeof one === 'string' ? one : '')) ?? [],
      });
      expect(summary.inputs).toEqual(inputs.map(plain));
      expect(summary.outputs).toEqual(outputs.map(plain));
      expect(summary.metadata).toEqual(Object.entries(entries).map(([key, text]) => ({ key, value: text })));
      expect(summary.opsets).toEqual([{ domain: '', version: opset }]);
    }), { numRuns: 500 });
  });
});
