/** What crossing into and out of shared memory costs, by size and by how the two sides lie. */
import { copyIn, copyOut } from '../../src/memory/copy.js';

const IMAGE_BYTES = 602_112;
const ODD = 38;
const shared = new Uint8Array(new SharedArrayBuffer(2 * IMAGE_BYTES));
const image = new Uint8Array(IMAGE_BYTES + ODD).subarray(ODD);
const row = image.subarray(0, 256);
const reply = new Uint8Array(IMAGE_BYTES + ODD);

export const benchmarks = [
  { name: '600 KB into shared memory, staged', run: () => copyIn(image, shared, 4096) },
  { name: '600 KB into shared memory, direct', run: () => shared.set(image, 4096) },
  { name: '600 KB out of shared memory, staged', run: () => copyOut(shared, 4096, IMAGE_BYTES, reply, ODD) },
  { name: '600 KB out of shared memory, direct', run: () => reply.set(shared.subarray(4096, 4096 + IMAGE_BYTES), ODD) },
  { name: '256 bytes into shared memory', run: () => copyIn(row, shared, 4096) },
];
