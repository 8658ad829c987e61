/**
 * Where the file of a thread lies. Threads run built JavaScript only: from `dist` the neighbour file is taken as
 * it is, from TypeScript sources (tests) the same file is taken out of `dist/`, which must be built first.
 */
export function threadEntry(fromUrl: string, relative: string): URL {
  const entry = new URL(relative, fromUrl);
  if (!fromUrl.endsWith('.ts')) return entry;
  const root = new URL('../../', import.meta.url);
  return new URL(`dist/${entry.href.slice(root.href.length)}`, root);
}
