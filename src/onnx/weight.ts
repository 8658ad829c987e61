/** One weight (TensorProto): how many bytes it takes and where they lie, without reading them. */
import { externalNumber, externalPath } from './external.js';
import { schema } from './schema.js';
import { WIRE, type Walker } from './wire.js';

export interface Weight {
  readonly name: string;
  readonly bytes: number;
  /** Where the bytes lie in a file of their own; `end` is the least size of that file. */
  readonly external: { readonly path: string; readonly end: number } | null;
}

export const TEXT_BYTES_MAX = 65_536;

/** Bits per element by ONNX's element number; 0 for strings, whose bytes are counted instead. */
const BITS = [0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8];

interface Draft {
  name: string;
  elements: number;
  elementType: number;
  rawBytes: number;
  listBytes: number;
  isExternal: boolean;
  readonly entries: Map<string, string>;
}

export function readWeight(walker: Walker): Weight {
  const draft: Draft = {
    name: '', elements: 1, elementType: 0, rawBytes: -1, listBytes: 0, isExternal: false, entries: new Map(),
  };
  while (walker.next()) readField(walker, draft);
  const dense = Math.ceil((draft.elements * (BITS[draft.elementType] ?? 0)) / 8);
  if (draft.isExternal) return readExternal(walker, draft, dense);
  if (draft.rawBytes >= 0) return { name: draft.name, bytes: draft.rawBytes, external: null };
  // A list of varints takes from one to ten bytes each, so the declared size counts, but no lie about it does.
  const bytes = dense === 0 ? draft.listBytes : Math.min(dense, draft.listBytes * 8);
  return { name: draft.name, bytes, external: null };
}

function readField(walker: Walker, draft: Draft): void {
  switch (walker.field) {
    case 1:
      return walker.integers('dims', (dim) => {
        if (dim < 0) throw walker.fault(walker.at, 'a weight has a negative dimension');
        draft.elements *= dim;
      });
    case 2:
      draft.elementType = walker.integer('data_type');
      return;
    case 8:
      draft.name = walker.text('name', TEXT_BYTES_MAX);
      return;
    case 9:
      draft.rawBytes = walker.stop - walker.start;
      return;
    case 13: {
      const entry = walker.decode('external_data', TEXT_BYTES_MAX, (bytes) => schema.StringStringEntryProto.decode(bytes));
      if (draft.entries.size < 16) draft.entries.set(entry.key, entry.value);
      return;
    }
    case 14:
      draft.isExternal = walker.integer('data_location') === 1;
      return;
    case 4: case 5: case 6: case 7: case 10: case 11:
      draft.listBytes += walker.wire === WIRE.bytes ? walker.stop - walker.start : 8;
      return;
    default:
      return;
  }
}

function readExternal(walker: Walker, draft: Draft, dense: number): Weight {
  const location = draft.entries.get('location') ?? '';
  const path = externalPath(location);
  if (path === null) {
    throw walker.fault(walker.at, `weight '${draft.name}' lies in '${location}', which is no file within the model's folder`);
  }
  const offset = externalNumber(draft.entries.get('offset') ?? '0');
  const bytes = externalNumber(draft.entries.get('length') ?? String(dense));
  if (offset === null || bytes === null) {
    throw walker.fault(walker.at, `weight '${draft.name}' has no valid offset and length in '${location}'`);
  }
  return { name: draft.name, bytes, external: { path, end: offset + bytes } };
}
