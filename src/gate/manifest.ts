/**
 * `manifest.json` in a version's folder: the digest of every other file there. Written when a version is published, held
 * against the files before it is loaded, so that a copy that went wrong or was changed by hand never serves.
 */
import { z } from 'zod';

export const MANIFEST_FILE = 'manifest.json';

export interface ManifestFile {
  /** Relative to the version's folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly manifest: 1;
  readonly files: readonly ManifestFile[];
}

const schema = z.object({
  manifest: z.literal(1),
  files: z.array(z.object({ path: z.string().min(1), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits') })),
});

export function parseManifest(text: string): { readonly manifest: Manifest } | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    return { faults: [`${MANIFEST_FILE} is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`] };
  }
  const read = schema.safeParse(value);
  return read.success ? { manifest: read.data } : { faults: read.error.issues.map(({ path, message }) => `${MANIFEST_FILE}: ${path.join('.')}: ${message}`) };
}

export function renderManifest(files: readonly ManifestFile[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ manifest: 1, files: sorted } satisfies Manifest, null, 2)}\n`;
}

/** Every difference between what is there and what was published. The manifest itself is not among the files. */
export function manifestFaults(manifest: Manifest, found: readonly ManifestFile[]): string[] {
  const present = new Map(found.map((file) => [file.path, file]));
  const faults = manifest.files.flatMap(({ path, bytes, sha256 }) => {
    const file = present.get(path);
    if (file === undefined) return [`'${path}' is missing`];
    if (file.bytes !== bytes) return [`'${path}' has ${file.bytes} bytes, ${bytes} were published`];
    return file.sha256 === sha256 ? [] : [`'${path}' has other content than was published`];
  });
  const listed = new Set(manifest.files.map(({ path }) => path));
  return [...faults, ...found.filter(({ path }) => !listed.has(path)).map(({ path }) => `'${path}' was not published`)];
}
