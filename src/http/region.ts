/** Bodies of the shared memory extensions. CUDA regions are not offered; asking about them is answered all the same. */
import { ServingError } from '../base/error.js';
import type { SharedRegion } from '../serving/admin.js';
import type { Reply } from './admin.js';
import { objectBody } from './settings.js';

export function parseRegion(name: string, bytes: Uint8Array): SharedRegion {
  const { key, offset, byte_size: byteSize } = objectBody(bytes);
  if (typeof key !== 'string' || key === '') throw new ServingError('invalid_argument', `shared memory region '${name}' needs a 'key', the name of a shared memory object`);
  return { name, key, offset: count(name, 'offset', offset ?? 0), byte_size: count(name, 'byte_size', byteSize) };
}

function count(region: string, member: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ServingError('invalid_argument', `'${member}' of shared memory region '${region}' must be a non-negative integer`);
  }
  return value;
}

/** Status of CUDA regions: there are none; asking for one by name is an unknown region. */
export function regionReply(name: string): Reply {
  if (name !== '') throw new ServingError('not_found', `Unable to find cuda shared memory region: '${name}'`);
  return { status: 200, body: [] };
}
