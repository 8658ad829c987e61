/**
 * File names of keys: any name becomes one plain name of its own, readable where it was plain to begin with. Upper
 * case stays as it is; on a file system that folds case two such names meet in one file, which the driver refuses
 * because the file names its key.
 */
import { createHash } from 'node:crypto';
import { parseKey } from './store.js';

export const SUFFIX = '.json';

/** Leaves room for the temporary name and for `.broken-<n>` under the 255 bytes of a file name. */
const PLAIN_BYTES_MAX = 200;

/** The path of a key inside the state folder. */
export function pathOfKey(key: string): string {
  const { collection, name } = parseKey(key);
  return `${collection}/${fileNameOf(name)}`;
}

export function fileNameOf(name: string): string {
  let plain = '';
  for (const byte of Buffer.from(name, 'utf8')) {
    const letter = String.fromCharCode(byte);
    // A leading dot would hide the file and could spell '..' or a temporary name.
    const safe = /[A-Za-z0-9_-]/.test(letter) || (letter === '.' && plain.length > 0);
    plain += safe ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  if (plain.length <= PLAIN_BYTES_MAX) return `${plain}${SUFFIX}`;
  // '~' stands in no plain name, so a long name meets no other; the file itself holds the whole key.
  const digest = createHash('sha256').update(name, 'utf8').digest('hex');
  return `${plain.slice(0, PLAIN_BYTES_MAX - digest.length - 1)}~${digest}${SUFFIX}`;
}
