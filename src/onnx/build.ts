/**
 * Writes ONNX models: for the digits trainer, the benchmark models and tests. The same calls give the same bytes.
 * It writes what it is told and checks nothing, so that tests can make models that are wrong.
 */
import { DATATYPES, type Datatype, type TypedArray } from '../tensor/datatype.js';
import {
  schema, type AttributeMessage, type GraphMessage, type ModelMessage, type NodeMessage, type TensorMessage,
  type ValueInfoMessage,
} from './schema.js';

/** A size, a symbolic name, or null for a dimension of which nothing is said. */
export type BuildDim = number | string | null;

/** ONNX tells integers from floats; so must callers. */
export type BuildAttribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly text: string }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly tensor: TensorMessage }
  | { readonly graph: GraphBuilder };

export interface ExternalPlace {
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

/** Opset 17 under IR 8 is read by every runtime of the last years. */
export const BUILD_OPSET = 17;
export const BUILD_IR = 8;

export function tensor(name: string, datatype: Datatype, dims: readonly number[], data: TypedArray | readonly string[]): TensorMessage {
  const head = { name, dims: [...dims], dataType: DATATYPES[datatype].onnx };
  if (!ArrayBuffer.isView(data)) return { ...head, stringData: data.map((text) => new TextEncoder().encode(text)) };
  return { ...head, rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

/** Dims null: a tensor of any rank. */
export function tensorValue(name: string, elementType: number, dims: readonly BuildDim[] | null): ValueInfoMessage {
  const shape = dims === null ? {} : { shape: { dim: dims.map(dimension) } };
  return { name, type: { tensorType: { elemType: elementType, ...shape } } };
}

function dimension(dim: BuildDim): { dimValue?: number; dimParam?: string } {
  if (dim === null) return {};
  return typeof dim === 'number' ? { dimValue: dim } : { dimParam: dim };
}

function attribute(name: string, value: BuildAttribute): AttributeMessage {
  const { AttributeType } = schema.AttributeProto;
  if ('int' in value) return { name, type: AttributeType.INT, i: value.int };
  if ('float' in value) return { name, type: AttributeType.FLOAT, f: value.float };
  if ('text' in value) return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value.text) };
  if ('ints' in value) return { name, type: AttributeType.INTS, ints: [...value.ints] };
  if ('floats' in value) return { name, type: AttributeType.FLOATS, floats: [...value.floats] };
  if ('tensor' in value) return { name, type: AttributeType.TENSOR, t: value.tensor };
  return { name, type: AttributeType.GRAPH, g: value.graph.message };
}

/** A graph in the making; every call returns the builder. */
export class GraphBuilder {
  private readonly nodes: NodeMessage[] = [];
  private readonly weights: TensorMessage[] = [];
  private readonly inputs: ValueInfoMessage[] = [];
  private readonly outputs: ValueInfoMessage[] = [];

  constructor(private readonly name: string) {}

  input(name: string, datatype: Datatype, dims: readonly BuildDim[] | null): this {
    return this.inputValue(tensorValue(name, DATATYPES[datatype].onnx, dims));
  }

  output(name: string, datatype: Datatype, dims: readonly BuildDim[] | null): this {
    return this.outputValue(tensorValue(name, DATATYPES[datatype].onnx, dims));
  }

  /** For types that `input` has no words for. */
  inputValue(value: ValueInfoMessage): this {
    this.inputs.push(value);
    return this;
  }

  outputValue(value: ValueInfoMessage): this {
    this.outputs.push(value);
    return this;
  }

  weight(name: string, datatype: Datatype, dims: readonly number[], data: TypedArray | readonly string[]): this {
    this.weights.push(tensor(name, datatype, dims, data));
    return this;
  }

  /** A weight whose bytes lie in another file, which the caller writes. */
  externalWeight(name: string, datatype: Datatype, dims: readonly number[], place: ExternalPlace): this {
    const entries = { location: place.location, offset: String(place.offset), length: String(place.length) };
    this.weights.push({
      name,
      dims: [...dims],
      dataType: DATATYPES[datatype].onnx,
      dataLocation: schema.TensorProto.DataLocation.EXTERNAL,
      externalData: Object.entries(entries).map(([key, value]) => ({ key, value })),
    });
    return this;
  }

  /** Names of absent optional inputs are ''. */
  node(type: string, inputs: readonly string[], outputs: readonly string[], attributes: Record<string, BuildAttribute> = {}, domain = ''): this {
    this.nodes.push({
      opType: type,
      domain,
      name: `${type}_${this.nodes.length}`,
      input: [...inputs],
      output: [...outputs],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    });
    return this;
  }

  get message(): GraphMessage {
    return { name: this.name, node: this.nodes, initializer: this.weights, input: this.inputs, output: this.outputs };
  }
}

export interface BuildOptions {
  readonly producer?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly opsets?: Readonly<Record<string, number>>;
  readonly irVersion?: number;
}

export function encodeModel(graph: GraphBuilder, options: BuildOptions = {}): Uint8Array {
  const model: ModelMessage = {
    irVersion: options.irVersion ?? BUILD_IR,
    producerName: options.producer ?? 'sluice',
    graph: graph.message,
    opsetImport: Object.entries(options.opsets ?? { '': BUILD_OPSET }).map(([domain, version]) => ({ domain, version })),
    metadataProps: Object.entries(options.metadata ?? {}).map(([key, value]) => ({ key, value })),
  };
  return schema.ModelProto.encode(model).finish();
}
