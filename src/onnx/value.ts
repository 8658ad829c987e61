/** One declared input or output (ValueInfoProto) as plain data. */
import { ServingError } from '../base/error.js';
import { datatypeOfOnnx } from '../tensor/datatype.js';
import { schema, type ValueInfoMessage } from './schema.js';
import type { OnnxKind, OnnxTensor } from './summary.js';

type TypeMessage = NonNullable<ValueInfoMessage['type']>;

/** Throws what the decoder throws; the caller (`Walker.decode`) knows the place and names it. */
export function decodeValue(bytes: Uint8Array): OnnxTensor {
  const value = schema.ValueInfoProto.decode(bytes);
  const type = value.type ?? {};
  const kind = kindOf(type);
  const tensor = type.tensorType ?? null;
  const elementType = tensor?.elemType ?? 0;
  const dims = tensor?.shape?.dim ?? null;
  const sizes = dims?.map((dim) => sizeOf(dim.dimValue)) ?? null;
  return {
    name: value.name,
    kind,
    datatype: kind === 'tensor' ? datatypeOfOnnx(elementType) : null,
    elementType,
    // A shape without dims is a scalar; a tensor without a shape has any rank.
    dims: tensor?.shape ? (sizes ?? []) : null,
    dimNames: dims?.map((dim) => dim.dimParam ?? '') ?? [],
  };
}

function kindOf(type: TypeMessage): OnnxKind {
  if (type.tensorType) return 'tensor';
  if (type.sparseTensorType) return 'sparse_tensor';
  if (type.sequenceType) return 'sequence';
  if (type.mapType) return 'map';
  if (type.optionalType) return 'optional';
  if (type.opaqueType) return 'opaque';
  return 'undeclared';
}

/** Exporters write an unknown dimension as a name, as nothing, or as a negative number. */
function sizeOf(value: unknown): number {
  if (value === null || value === undefined) return -1;
  const size = Number(value);
  if (!Number.isSafeInteger(size)) throw new ServingError('load_failed', 'a dimension is out of range');
  return size < 0 ? -1 : size;
}
