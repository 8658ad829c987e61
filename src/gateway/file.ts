/** Files of a repository that are read whole: regular ones up to a size, so that neither a pipe nor a disk image stalls control. */
import { readFile, stat } from 'node:fs/promises';
import { ServingError } from '../base/error.js';

/** @throws ServingError load_failed, naming the file as `name` */
export async function readWhole(path: string, name: string, bytesMax: number): Promise<Buffer> {
  const fault = (text: string, cause?: unknown): ServingError => new ServingError('load_failed', `${name} ${text}`, { cause });
  const seen = await stat(path).catch((cause: unknown) => {
    throw fault(`cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`, cause);
  });
  if (!seen.isFile()) throw fault('cannot be read: it is no regular file');
  if (seen.size > bytesMax) throw fault(`has ${seen.size} bytes, and at most ${bytesMax} are read`);
  return readFile(path).catch((cause: unknown) => {
    throw fault(`cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`, cause);
  });
}
