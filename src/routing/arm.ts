/**
 * Which arm of a rollout a key belongs to. Pure, so every front end and replica answers alike without asking anybody.
 * The bucket is a hash of the key under a seed made of the rollout's id: other rollouts meet other keys first. The
 * canary takes buckets from the low end and the control twin from the high end, so a key that is in stays in while
 * weights grow, and no bucket is ever of both.
 */
import { WEIGHT_WHOLE, type Arm } from './split.js';

const SEED = 0x51c1ce;
const encoder = new TextEncoder();

/** What keys of this rollout are hashed under; worked out once per rollout. */
export function saltOf(rollout: string): number {
  return hashKey(SEED, rollout);
}

/** 0 to 9,999. */
export function bucketOf(salt: number, key: string): number {
  return bucketOfHash(hashKey(salt, key));
}

/** The bucket of a key that has been hashed already. A remainder of 2^32 makes low buckets 2e-6 likelier at most. */
export function bucketOfHash(hash: number): number {
  return hash % WEIGHT_WHOLE;
}

export function armOf(weights: { readonly canaryWeight: number; readonly controlWeight: number }, bucket: number): Arm {
  if (bucket < weights.canaryWeight) return 'canary';
  return bucket >= WEIGHT_WHOLE - weights.controlWeight ? 'control' : 'stable';
}

/** MurmurHash3 (32 bits) of the key's UTF-8. Makes nothing for keys of ASCII. */
export function hashKey(seed: number, key: string): number {
  let hash = seed | 0;
  let block = 0;
  const { length } = key;
  for (let i = 0; i < length; i++) {
    const code = key.charCodeAt(i);
    if (code > 127) return hashBytes(seed, encoder.encode(key));
    block |= code << ((i & 3) << 3);
    if ((i & 3) !== 3) continue;
    hash = mixBlock(hash, block);
    block = 0;
  }
  return finish(hash, block, length);
}

function hashBytes(seed: number, bytes: Uint8Array): number {
  let hash = seed | 0;
  let block = 0;
  for (let i = 0; i < bytes.length; i++) {
    block |= bytes[i]! << ((i & 3) << 3);
    if ((i & 3) !== 3) continue;
    hash = mixBlock(hash, block);
    block = 0;
  }
  return finish(hash, block, bytes.length);
}

function scramble(block: number): number {
  const k = Math.imul(block, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

function mixBlock(hash: number, block: number): number {
  const h = hash ^ scramble(block);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number, rest: number, length: number): number {
  let h = hash ^ scramble(rest) ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Value of one cookie in a Cookie header; '' when it is not there. */
export function cookieOf(header: string, name: string): string {
  for (let at = 0; at < header.length; ) {
    const semicolon = header.indexOf(';', at);
    const end = semicolon < 0 ? header.length : semicolon;
    const equals = header.indexOf('=', at);
    if (equals >= 0 && equals < end && header.slice(at, equals).trim() === name) {
      const value = header.slice(equals + 1, end).trim();
      return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
    }
    at = end + 1;
  }
  return '';
}

/** Parts of a JSON pointer (RFC 6901): `/parameters/user` is `parameters`, `user`. */
export function pointerParts(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
