/**
 * Client shared memory (the system_shared_memory extension), control side: which regions clients have registered and
 * who is using them. A region is an open file descriptor; descriptors belong to the process, so any thread may read
 * and write with the number that `acquire` gives. Texts are Triton's. Nothing is mapped, and every use names a span
 * that was checked against the registration, so a client can reach only what it registered.
 */
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { assert } from '../base/assert.js';
import { ServingError } from '../base/error.js';

/** Structurally the region of the serving room, which this room may not import. */
export interface Region {
  readonly name: string;
  /** Name of the POSIX shared memory object, with its leading slash. */
  readonly key: string;
  readonly offset: number;
  readonly byte_size: number;
}

/** A use of a region; give `id` back with `release`. */
export interface RegionLease {
  readonly id: number;
  readonly fd: number;
  /** Where the region begins in the file; spans are relative to it. */
  readonly offset: number;
  readonly byteSize: number;
}

/** Each region holds a descriptor; usual limits on those are 1024 and up. */
export const REGIONS_MAX = 256;

const FOLDER = '/dev/shm';
const RESERVED_PREFIX = 'triton_python_backend_shm_region_';
const KEY_BYTES_MAX = 255;

const DISABLED_TEXT = "Client shared memory is disabled. Start the server with '--allow-client-shm=true' to enable.";

interface Entry extends Region {
  readonly id: number;
  readonly fd: number;
  users: number;
  registered: boolean;
}

export class RegionRegistry {
  private readonly byName = new Map<string, Entry>();
  /** Registered or still in use. */
  private readonly byId = new Map<number, Entry>();
  private nextId = 1;

  constructor(
    private readonly allowed: boolean,
    private readonly folder = FOLDER,
  ) {}

  register(region: Region): void {
    this.checkAllowed();
    checkRequest(region);
    if (this.byName.has(region.name)) {
      throw new ServingError('already_exists', `shared memory region '${region.name}' already in manager`);
    }
    if (this.byId.size >= REGIONS_MAX) {
      throw new ServingError('invalid_argument', `cannot register shared memory region '${region.name}': ${REGIONS_MAX} regions are registered; unregister one first`);
    }
    const fd = openChecked(this.folder, region);
    const { name, key, offset, byte_size } = region;
    const entry: Entry = { name, key, offset, byte_size, id: this.nextId, fd, users: 0, registered: true };
    this.nextId += 1;
    this.byName.set(name, entry);
    this.byId.set(entry.id, entry);
  }

  /** '' for all. A region in use closes with its last user; an unknown name is no fault. */
  unregister(name: string): void {
    this.checkAllowed();
    const entries = name === '' ? [...this.byName.values()] : [this.byName.get(name)];
    for (const entry of entries) if (entry) this.drop(entry);
  }

  /** '' for all. Answers also when shared memory is off. */
  status(name: string): readonly Region[] {
    if (name === '') return [...this.byName.values()].map(plain);
    const entry = this.byName.get(name);
    if (entry) return [plain(entry)];
    throw new ServingError('not_found', `Unable to find system shared memory region: '${name}'`);
  }

  acquire(name: string): RegionLease {
    this.checkAllowed();
    const entry = this.byName.get(name);
    if (!entry) throw new ServingError('not_found', `Unable to find shared memory region: '${name}'`);
    entry.users += 1;
    return { id: entry.id, fd: entry.fd, offset: entry.offset, byteSize: entry.byte_size };
  }

  release(id: number): void {
    const entry = this.byId.get(id);
    assert(entry && entry.users > 0, 'a shared memory region was released more often than acquired');
    entry.users -= 1;
    this.closeIfUnused(entry);
  }

  /** Descriptors held; falls to 0 once all is unregistered and released. */
  get open(): number {
    return this.byId.size;
  }

  /** Drops every region at shutdown, whether allowed or not. */
  close(): void {
    for (const entry of [...this.byName.values()]) this.drop(entry);
  }

  private checkAllowed(): void {
    if (!this.allowed) throw new ServingError('shm_disabled', DISABLED_TEXT);
  }

  private drop(entry: Entry): void {
    this.byName.delete(entry.name);
    entry.registered = false;
    this.closeIfUnused(entry);
  }

  private closeIfUnused(entry: Entry): void {
    if (entry.registered || entry.users > 0) return;
    this.byId.delete(entry.id);
    closeSync(entry.fd);
  }
}

/**
 * Checks the span of one tensor against its region.
 * @throws ServingError invalid_argument
 */
export function checkSpan(name: string, regionBytes: number, byteOffset: number, byteLength: number): void {
  if (!Number.isInteger(byteOffset) || byteOffset < 0 || byteOffset >= regionBytes) {
    throw new ServingError('invalid_argument', `Invalid offset for shared memory region: '${name}'`);
  }
  checkSum(name, byteOffset, byteLength);
  if (byteLength < 0 || !Number.isInteger(byteLength) || byteOffset + byteLength > regionBytes) {
    throw new ServingError('invalid_argument', `Invalid offset + byte size for shared memory region: '${name}'`);
  }
}

function plain({ name, key, offset, byte_size }: Entry): Region {
  return { name, key, offset, byte_size };
}

function checkSum(name: string, offset: number, byteSize: number): void {
  if (!(offset + byteSize > Number.MAX_SAFE_INTEGER)) return;
  throw new ServingError(
    'invalid_argument',
    `Integer overflow detected: byte_size (${byteSize}) + offset (${offset}) exceeds maximum value (${Number.MAX_SAFE_INTEGER}) for region '${name}'`,
  );
}

function refuse(name: string, why: string): ServingError {
  return new ServingError('invalid_argument', `failed to register shared memory region '${name}': ${why}`);
}

function checkRequest({ name, key, offset, byte_size }: Region): void {
  if (name === '') throw refuse(name, 'the name is empty');
  if (key.replace(/^\//, '').startsWith(RESERVED_PREFIX)) {
    throw new ServingError(
      'invalid_argument',
      `cannot register shared memory region '${name}' with key '${key}' as the key contains the reserved prefix '${RESERVED_PREFIX}'`,
    );
  }
  const file = key.slice(1);
  const wellFormed = key.startsWith('/') && file !== '' && file !== '.' && file !== '..' && !/[/\0]/.test(file);
  if (!wellFormed || Buffer.byteLength(file) > KEY_BYTES_MAX) {
    throw refuse(name, `the key '${key}' must be one '/' and a file name of at most ${KEY_BYTES_MAX} bytes`);
  }
  if (!(offset >= 0) || !(byte_size >= 1)) throw refuse(name, 'invalid args: offset must be 0 or more and byte_size 1 or more');
  checkSum(name, offset, byte_size);
  if (!Number.isInteger(offset) || !Number.isInteger(byte_size)) throw refuse(name, 'invalid args: offset and byte_size must be whole numbers');
}

/** Opens the file behind a key. Links are not followed: the folder is writable by everybody. */
function openChecked(folder: string, { name, key, offset, byte_size }: Region): number {
  let fd: number;
  try {
    fd = openSync(`${folder}${key}`, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw new ServingError('invalid_argument', `Unable to open shared memory region: '${key}'`, { cause });
  }
  const stat = fstatSync(fd);
  if (stat.isFile() && offset + byte_size <= stat.size) return fd;
  closeSync(fd);
  if (!stat.isFile()) throw new ServingError('invalid_argument', `Invalid shared memory region: '${key}'`);
  throw refuse(name, `invalid args: offset + byte_size is ${offset + byte_size}, the object has ${stat.size} bytes`);
}
