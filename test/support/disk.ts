/** A disk that keeps a list of what is done to it, and fails or stops for good where it is told. */
import { durableFiles, type DurableFiles } from '../../src/base/durable.js';

export interface PlayedDisk {
  readonly files: DurableFiles;
  readonly steps: string[];
}

/** @param fail the code of the fault at this step (`ENOSPC`), or undefined for none; a write that fails has written half */
export function playedDisk(fail: (step: string, index: number) => string | undefined): PlayedDisk {
  const steps: string[] = [];
  const step = (name: string): void => {
    steps.push(name);
    const code = fail(name, steps.length - 1);
    if (code !== undefined) throw Object.assign(new Error(`${code}: played`), { code });
  };
  const nameOf = (path: string): string => path.split('/').pop() ?? '';
  const files: DurableFiles = {
    open: async (path, flags, mode) => {
      step(`open ${flags} ${nameOf(path)}`);
      const handle = await durableFiles.open(path, flags, mode);
      return {
        writeFile: async (bytes) => {
          const half = Math.floor(bytes.length / 2);
          await handle.writeFile(bytes.slice(0, half));
          step(`write ${nameOf(path)}`);
          await handle.writeFile(bytes.slice(half));
        },
        sync: async () => {
          step(`sync ${nameOf(path)}`);
          await handle.sync();
        },
        close: () => handle.close(),
      };
    },
    rename: async (from, to) => {
      step(`rename ${nameOf(from)} ${nameOf(to)}`);
      await durableFiles.rename(from, to);
    },
    unlink: async (path) => {
      step(`unlink ${nameOf(path)}`);
      await durableFiles.unlink(path);
    },
  };
  return { files, steps };
}

/** The process dies at this step: nothing is done from it on, and every caller hears of a fault. */
export function dyingDisk(at: number): PlayedDisk {
  return playedDisk((_, index) => (index >= at ? 'EIO' : undefined));
}
