/**
 * How the tensors of answered requests stand in a table: a row for each row of a request, typed columns that data frame
 * libraries take as they are. One element a row is a column of its own name, a short vector one column per element
 * (`x_0`, `x_1`, ...), and anything else a list in row-major order, with its shape beside it where that varies. Pure.
 */
import { decodeNumbers } from '../compare/decode.js';
import { readStrings } from '../tensor/bytes.js';
import { DATATYPES, type Datatype } from '../tensor/datatype.js';
import type { RecordTensor, TensorRecord } from '../tensor/record.js';
import type { TensorSpec } from '../tensor/signature.js';

/** What the rows are of. Plain data. */
export interface LabelSource {
  readonly model: string;
  readonly version: number;
  readonly rollout: string;
  /** Whether the first dimension of every tensor is that of rows; otherwise a request is one row. */
  readonly batched: boolean;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}

export type Value = number | bigint | boolean | string | Date;
/** How the cells of a column are kept; a list holds any number of one kind. */
export type Kind = 'time' | 'text' | 'boolean' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'float' | 'double';

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly cells: (Value | readonly Value[] | null)[];
}

/** Vectors up to here are a column per element: that is how features of tables come. */
const SPREAD_MAX = 32;

const KINDS: Readonly<Record<Datatype, Kind>> = {
  BOOL: 'boolean', UINT8: 'uint8', UINT16: 'uint16', UINT32: 'uint32', UINT64: 'uint64', INT8: 'int8', INT16: 'int16', INT32: 'int32', INT64: 'int64',
  FP16: 'float', BF16: 'float', FP32: 'float', FP64: 'double', BYTES: 'text',
};

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Rows of records that are not of these tensors. */
  readonly dropped: number;
}

export function tableOf(source: LabelSource, records: Iterable<TensorRecord>): Table {
  const meta = metaColumns();
  const names = new Set(meta.map(({ name }) => name));
  const places = [...source.inputs.map((spec) => placeOf(spec, 'input', names)), ...source.outputs.map((spec) => placeOf(spec, 'output', names))];
  let rows = 0;
  let dropped = 0;
  for (const record of records) {
    const values = valuesOf(source, record);
    if (values === null) {
      dropped += record.rows;
      continue;
    }
    rows += record.rows;
    const at = new Date(record.atMs);
    const facts: readonly Value[] = [at, source.model, source.version, source.rollout];
    for (let row = 0; row < record.rows; row++) meta.forEach(({ cells }, k) => cells.push(facts[k]!));
    places.forEach((place, k) => place.add(values[k]!, record.rows));
  }
  return { columns: [...meta, ...places.flatMap(({ columns }) => columns)], rows, dropped };
}

/** The folder of a rollout is called `rollout=ID`, which readers of folders make a column of: a second one would be refused. */
function metaColumns(): Column[] {
  const kinds: readonly (readonly [string, Kind])[] = [['time', 'time'], ['model', 'text'], ['version', 'int32'], ['rollout_id', 'text']];
  return kinds.map(([name, kind]) => ({ name, kind, isList: false, isOptional: false, cells: [] }));
}

/** All elements of one tensor of a request; null where it was left out. */
interface Elements {
  readonly values: readonly Value[];
  /** Of one row. */
  readonly shape: readonly number[];
}

interface Place {
  readonly columns: readonly Column[];
  add(elements: Elements | null, rows: number): void;
}

function placeOf(spec: TensorSpec, side: 'input' | 'output', names: Set<string>): Place {
  const width = widthOf(spec);
  const isSpread = width > 1 && width <= SPREAD_MAX && spec.modelDims.length === 1;
  const suffixes = isSpread ? Array.from({ length: width }, (_, k) => `_${k}`) : width < 0 ? ['', '_shape'] : [''];
  // A tensor may be called as another one of the other side is, or as a column of ours.
  const base = [spec.name, `${side}_${spec.name}`, `${side}_tensor_${spec.name}`].find((name) => suffixes.every((suffix) => !names.has(name + suffix))) ?? spec.name;
  const common = { kind: KINDS[spec.datatype], isOptional: side === 'output' || spec.optional };
  const column = (suffix: string, change: Partial<Column> = {}): Column => {
    names.add(base + suffix);
    return { ...common, name: base + suffix, isList: false, cells: [], ...change };
  };
  if (isSpread) return spread(suffixes.map((suffix) => column(suffix)));
  if (width === 1) return spread([column('')]);
  return listed(column('', { isList: true }), width < 0 ? column('_shape', { isList: true, kind: 'int32' }) : null);
}

/** Elements of one row; -1 where that varies. */
function widthOf({ modelDims }: TensorSpec): number {
  return modelDims.some((dim) => dim < 0) ? -1 : modelDims.reduce((product, dim) => product * dim, 1);
}

function spread(columns: readonly Column[]): Place {
  const width = columns.length;
  return {
    columns,
    add(elements, rows) {
      for (let row = 0; row < rows; row++) columns.forEach(({ cells }, k) => cells.push(elements === null ? null : elements.values[row * width + k]!));
    },
  };
}

function listed(list: Column, shape: Column | null): Place {
  return {
    columns: shape === null ? [list] : [list, shape],
    add(elements, rows) {
      const width = elements === null ? 0 : elements.values.length / rows;
      for (let row = 0; row < rows; row++) {
        list.cells.push(elements === null ? null : elements.values.slice(row * width, (row + 1) * width));
        shape?.cells.push(elements === null ? null : elements.shape);
      }
    },
  };
}

/** By position of the source's tensors; null for a record that is not of them. */
function valuesOf({ inputs, outputs, batched }: LabelSource, record: TensorRecord): readonly (Elements | null)[] | null {
  const values: (Elements | null)[] = [...inputs, ...outputs].map(() => null);
  if (record.rows < 1 || (!batched && record.rows !== 1)) return null;
  const sides = [{ specs: inputs, tensors: record.inputs, from: 0 }, { specs: outputs, tensors: record.outputs, from: inputs.length }];
  for (const { specs, tensors, from } of sides) {
    for (const tensor of tensors) {
      const spec = specs[tensor.index];
      const elements = spec === undefined ? null : elementsOf(spec, tensor, record.rows, batched);
      if (elements === null) return null;
      values[from + tensor.index] = elements;
    }
  }
  const isWhole = inputs.every((spec, at) => spec.optional || values[at] !== null);
  return isWhole ? values : null;
}

function elementsOf(spec: TensorSpec, { shape, bytes }: RecordTensor, rows: number, batched: boolean): Elements | null {
  const own = batched ? shape.slice(1) : shape;
  const count = shape.reduce((product, dim) => product * dim, 1);
  const width = widthOf(spec);
  if ((batched && shape[0] !== rows) || (width >= 0 && count !== rows * width)) return null;
  const elementBytes = DATATYPES[spec.datatype].bytes;
  if (elementBytes > 0 && bytes.length !== count * elementBytes) return null;
  return { values: decode(spec, bytes, count), shape: own };
}

function decode({ name, datatype }: TensorSpec, bytes: Uint8Array, count: number): readonly Value[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (datatype === 'BYTES') return readStrings(name, bytes, 0, bytes.length, count);
  // Doubles cannot tell large ones apart.
  if (datatype === 'INT64') return Array.from({ length: count }, (_, k) => view.getBigInt64(k * 8, true));
  if (datatype === 'UINT64') return Array.from({ length: count }, (_, k) => view.getBigUint64(k * 8, true));
  const numbers = new Float64Array(count);
  decodeNumbers(datatype, view, 0, count, numbers);
  return datatype === 'BOOL' ? Array.from(numbers, (number) => number !== 0) : Array.from(numbers);
}
