/** The models of the engine contract as ONNX files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphBuilder, encodeModel } from '../../src/onnx/build.js';
import type { Datatype } from '../../src/tensor/datatype.js';
import type { ModelName } from './engine-contract.js';

const one = (graph: GraphBuilder): GraphBuilder => graph.weight('one', 'FP32', [], Float32Array.of(1)).node('Add', ['x', 'one'], ['y']);
const any = ['n', 'm'];

function graphOf(model: ModelName): GraphBuilder {
  const graph = new GraphBuilder(model);
  switch (model) {
    case 'plus-one':
      return one(graph.input('x', 'FP32', any).output('y', 'FP32', any));
    case 'scalar':
      return one(graph.input('x', 'FP32', []).output('y', 'FP32', []));
    case 'strings':
      return graph.input('x', 'BYTES', any).output('y', 'BYTES', any).node('Identity', ['x'], ['y']);
    case 'pair':
      return graph.input('a', 'FP32', any).input('b', 'FP32', any).output('p', 'FP32', any).output('q', 'FP32', any).node('Identity', ['a'], ['p']).node('Identity', ['b'], ['q']);
    case 'poison':
      return graph.input('x', 'FP32', ['n']).input('i', 'INT64', ['k']).output('y', 'FP32', ['k']).node('Gather', ['x', 'i'], ['y']);
    case 'dynamic':
      return graph.input('x', 'FP32', ['n']).output('y', 'FP32', ['found']).node('Cast', ['x'], ['truth'], { to: { int: 9 } }).node('Compress', ['x', 'truth'], ['y']);
    default: {
      const datatype = model.slice('same-'.length) as Datatype;
      return graph.input('x', datatype, any).output('y', datatype, any).node('Identity', ['x'], ['y']);
    }
  }
}

export function writeOnnx(folder: string, model: ModelName): string {
  const path = join(folder, `${model}.onnx`);
  writeFileSync(path, encodeModel(graphOf(model)));
  return path;
}
