/** Files of a version with their digests. Read in parts: models are large. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ServingError } from '../base/error.js';
import { MANIFEST_FILE, type ManifestFile } from '../gate/manifest.js';

const PART_BYTES = 1 << 20;

/**
 * Every file below a version's folder, by path, but for the manifest.
 * @throws ServingError invalid_argument for links, whose target may change behind the digest's back
 */
export async function filesOf(folder: string): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    if (entry.isSymbolicLink()) throw new ServingError('invalid_argument', `'${path}' in '${folder}' is a link; put the file itself there`);
    if (entry.isFile() && path !== MANIFEST_FILE) files.push({ path, ...(await digestOf(full)) });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function digestOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: PART_BYTES })) {
    const part = chunk as Buffer;
    bytes += part.length;
    hash.update(part);
  }
  return { bytes, sha256: hash.digest('hex') };
}
