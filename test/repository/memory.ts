/** A file system in memory: paths to contents, with times that rise at each write. */
import { ServingError } from '../../src/base/error.js';
import type { Entry, EntryKind, FileFact, Files } from '../../src/repository/files.js';

interface Node {
  readonly bytes: number;
  readonly mtimeNs: bigint;
}

export class MemoryFiles implements Files {
  readonly nodes = new Map<string, Node>();
  readonly links = new Map<string, string>();
  readonly unreadable = new Set<string>();
  private now = 0n;

  put(path: string, bytes = 1): void {
    this.now += 1n;
    this.nodes.set(path, { bytes, mtimeNs: this.now });
  }

  async list(path: string): Promise<readonly Entry[] | null> {
    const real = this.follow(path);
    if (this.unreadable.has(real)) throw new ServingError('internal', `unable to read folder '${path}': EACCES`);
    const entries = new Map<string, EntryKind>();
    for (const [name, kind] of [...[...this.nodes.keys()].map((key) => [key, 'file'] as const), ...[...this.links.keys()].map((key) => [key, 'link'] as const)]) {
      if (!name.startsWith(`${real}/`)) continue;
      const [head = '', ...rest] = name.slice(real.length + 1).split('/');
      if (head !== '') entries.set(head, rest.length > 0 ? 'directory' : kind);
    }
    return entries.size === 0 && !this.nodes.has(`${real}/`) ? null : [...entries].map(([name, kind]) => ({ name, kind }));
  }

  async stat(path: string): Promise<FileFact | null> {
    const real = this.follow(path);
    const node = this.nodes.get(real);
    if (node) return { kind: 'file', ...node };
    const folder = [...this.nodes.keys()].some((key) => key.startsWith(`${real}/`));
    return folder ? { kind: 'directory', bytes: 0, mtimeNs: 0n } : null;
  }

  async target(path: string): Promise<string> {
    return this.links.get(path) ?? '';
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.put(path, bytes.length);
  }

  async remove(path: string): Promise<void> {
    for (const map of [this.nodes, this.links]) {
      for (const key of map.keys()) if (key === path || key.startsWith(`${path}/`)) map.delete(key);
    }
  }

  private follow(path: string): string {
    for (const [link, target] of this.links) {
      if (path === link || path.startsWith(`${link}/`)) return target + path.slice(link.length);
    }
    return path;
  }
}
