/**
 * The one table of datatypes: wire name (Open Inference Protocol), config name (Triton), ONNX element number,
 * bytes per element and the array class that holds a lane of them. FP16 and BF16 travel as raw 16-bit words.
 */
export type TypedArray =
  | Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array
  | BigUint64Array | BigInt64Array | Float32Array | Float64Array;

export type TypedArrayClass = {
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
};

export interface DatatypeRow {
  /** ModelConfig's name and enum number. */
  readonly config: string;
  readonly configNumber: number;
  /** Element number in ONNX's TensorProto. */
  readonly onnx: number;
  /** onnxruntime-node's name; null where its binding refuses the type. */
  readonly ort: string | null;
  /** Bytes per element; 0 marks elements of varying size. */
  readonly bytes: number;
  readonly array: TypedArrayClass;
  /** Whether values may travel as JSON. */
  readonly json: boolean;
}

export const DATATYPES = {
  BOOL: { config: 'TYPE_BOOL', configNumber: 1, onnx: 9, ort: 'bool', bytes: 1, array: Uint8Array, json: true },
  UINT8: { config: 'TYPE_UINT8', configNumber: 2, onnx: 2, ort: 'uint8', bytes: 1, array: Uint8Array, json: true },
  UINT16: { config: 'TYPE_UINT16', configNumber: 3, onnx: 4, ort: 'uint16', bytes: 2, array: Uint16Array, json: true },
  UINT32: { config: 'TYPE_UINT32', configNumber: 4, onnx: 12, ort: 'uint32', bytes: 4, array: Uint32Array, json: true },
  UINT64: { config: 'TYPE_UINT64', configNumber: 5, onnx: 13, ort: 'uint64', bytes: 8, array: BigUint64Array, json: true },
  INT8: { config: 'TYPE_INT8', configNumber: 6, onnx: 3, ort: 'int8', bytes: 1, array: Int8Array, json: true },
  INT16: { config: 'TYPE_INT16', configNumber: 7, onnx: 5, ort: 'int16', bytes: 2, array: Int16Array, json: true },
  INT32: { config: 'TYPE_INT32', configNumber: 8, onnx: 6, ort: 'int32', bytes: 4, array: Int32Array, json: true },
  INT64: { config: 'TYPE_INT64', configNumber: 9, onnx: 7, ort: 'int64', bytes: 8, array: BigInt64Array, json: true },
  FP16: { config: 'TYPE_FP16', configNumber: 10, onnx: 10, ort: 'float16', bytes: 2, array: Uint16Array, json: false },
  FP32: { config: 'TYPE_FP32', configNumber: 11, onnx: 1, ort: 'float32', bytes: 4, array: Float32Array, json: true },
  FP64: { config: 'TYPE_FP64', configNumber: 12, onnx: 11, ort: 'float64', bytes: 8, array: Float64Array, json: true },
  BYTES: { config: 'TYPE_STRING', configNumber: 13, onnx: 8, ort: 'string', bytes: 0, array: Uint8Array, json: true },
  BF16: { config: 'TYPE_BF16', configNumber: 14, onnx: 16, ort: null, bytes: 2, array: Uint16Array, json: false },
} as const satisfies Record<string, DatatypeRow>;

export type Datatype = keyof typeof DATATYPES;

export function isDatatype(name: string): name is Datatype {
  return Object.hasOwn(DATATYPES, name);
}

const byOnnx = new Map<number, Datatype>(
  (Object.keys(DATATYPES) as Datatype[]).map((name) => [DATATYPES[name].onnx, name]),
);
const byConfig = new Map<string, Datatype>(
  (Object.keys(DATATYPES) as Datatype[]).map((name) => [DATATYPES[name].config, name]),
);

export function datatypeOfOnnx(element: number): Datatype | null {
  return byOnnx.get(element) ?? null;
}

export function datatypeOfConfig(name: string): Datatype | null {
  return byConfig.get(name) ?? null;
}
