/** Holds the house rules. The rules are rows in test/house/table.ts; each failure names the place and the remedy. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cycleFault, importerFaults, isGenerated, layerFaults, mirrorFaults, roomOf, sizeFaults, wordFaults } from './house/rules.js';
import { findCycle, listFiles, readSource, scanText } from './house/scan.js';
import { README_LINES_MAX, README_OWED, ROOMS } from './house/table.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const paths = ['src', 'bench', 'tools', 'test'].filter((folder) => existsSync(join(root, folder))).flatMap((folder) => listFiles(root, folder, /\.(ts|mjs)$/));
const files = paths.filter((path) => !isGenerated(path) && !path.endsWith('.d.ts')).map((path) => readSource(root, path));

describe('the tree', () => {
  it('has sources to look at', () => {
    expect(files.length).toBeGreaterThan(10);
  });
  it('imports down the layers only', () => {
    expect(layerFaults(files)).toEqual([]);
  });
  it('imports each native package in its one place', () => {
    expect(importerFaults(files)).toEqual([]);
  });
  it('has no circle of imports', () => {
    expect(cycleFault(files)).toBeUndefined();
  });
  it('keeps files and functions short', () => {
    expect(sizeFaults(files)).toEqual([]);
  });
  it('uses no banned word', () => {
    expect(wordFaults(files)).toEqual([]);
  });
  it('mirrors src/ in test/', () => {
    const tests = paths.filter((path) => path.endsWith('.test.ts'));
    expect(mirrorFaults(tests, new Set(paths))).toEqual([]);
  });
  it('has a short README in every room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const faults: string[] = [];
    for (const { name } of rooms) {
      const path = join(root, 'src', name, 'README.md');
      if (!existsSync(path)) {
        if (!README_OWED.includes(name)) faults.push(`src/${name} has no README.md; ten lines: what enters, what leaves, who owns what`);
        continue;
      }
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
      if (lines > README_LINES_MAX) faults.push(`src/${name}/README.md has ${lines} lines, at most ${README_LINES_MAX}; details belong where they are used`);
    }
    expect(faults).toEqual([]);
  });
});

describe('the table', () => {
  it('is without circles and names only rooms that it has', () => {
    expect(findCycle(new Map(Object.entries(ROOMS)))).toBeUndefined();
    const unknown = Object.values(ROOMS).flat().filter((room) => ROOMS[room] === undefined);
    expect(unknown).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const scan = (path: string, text: string) => [scanText(path, text)];

  it('see an import up the layers, an unknown room and a stray file at the top', () => {
    expect(layerFaults(scan('src/tensor/x.ts', "import { a } from '../http/a.js';"))[0]).toContain("'tensor' may not import 'http'");
    expect(layerFaults(scan('src/tensor/x.ts', "export type { A } from '../http/a.js';"))).toHaveLength(1);
    expect(layerFaults(scan('src/tensor/x.ts', "const a = await import('../http/a.js');"))).toHaveLength(1);
    expect(layerFaults(scan('src/tensor/x.ts', "import { serve } from '../server.js';"))).toHaveLength(1);
    expect(layerFaults(scan('src/attic/x.ts', ''))[0]).toContain("room 'attic' has no row");
    expect(layerFaults(scan('src/stray.ts', ''))[0]).toContain('move it into a room');
    expect(layerFaults(scan('src/tensor/x.ts', "import { a } from '../base/a.js'; import { b } from './b.js';"))).toEqual([]);
  });
  it('see a native package outside its place', () => {
    expect(importerFaults(scan('src/http/node.ts', "const uws = load.require('uws-current');"))).toHaveLength(1);
    expect(importerFaults(scan('src/http/node.ts', "const uws = createRequire(import.meta.url)('uws-current');"))).toHaveLength(1);
    expect(importerFaults(scan('src/instance/loop.ts', "import * as ort from 'onnxruntime-node';"))).toHaveLength(1);
    expect(importerFaults(scan('src/http/uws.ts', "const uws = createRequire(import.meta.url)('uws-current');"))).toEqual([]);
  });
  it('see circles of values, not of types', () => {
    const a = "import { b } from './b.js';";
    const circle = [scanText('src/base/a.ts', a), scanText('src/base/b.ts', "import { a } from './a.js';")];
    expect(cycleFault(circle)).toContain('src/base/a.ts -> src/base/b.ts -> src/base/a.ts');
    expect(cycleFault([scanText('src/base/a.ts', a), scanText('src/base/b.ts', "import type { A } from './a.js';")])).toBeUndefined();
  });
  it('see banned words in code and not in strings, comments or members of what is passed in', () => {
    const words = (text: string): string[] => wordFaults(scan('src/batch/x.ts', text)).map((fault) => /'(.*?)'/.exec(fault)?.[1] ?? '');
    expect(words('const x = y as any;')).toEqual(['any']);
    expect(words('throw new TypeError("no");')).toEqual(['new Error']);
    expect(words('const t = Date.now(); setTimeout(f, 1); globalThis.setInterval(f, 1); console.log(1);')).toEqual(['Date.now', 'setTimeout', 'setInterval', 'console']);
    expect(words("import * as timers from 'node:timers/promises';")).toEqual(['node:timers']);
    expect(words(`// ${'TO' + 'DO'}: later`)).toEqual(['debt marker']);
    expect(words("const text = 'setTimeout any console'; // setTimeout console.log\ntimers.setTimeout(f, 1);")).toEqual([]);
  });
  it('see long files and long functions', () => {
    const body = '\n'.repeat(80);
    expect(sizeFaults(scan('src/base/x.ts', `function long() {${body}}`))[0]).toContain('long has 81 lines');
    expect(sizeFaults(scan('src/base/x.ts', '\n'.repeat(401)))[0]).toContain('401 lines');
  });
  it('see a test that mirrors nothing', () => {
    const sources = new Set(['src/batch/former.ts', 'tools/build.mjs', 'tools/digits/train.ts']);
    expect(mirrorFaults(['test/tools/digits.test.ts', 'test/batch/former.test.ts', 'test/batch/former.speed.test.ts', 'test/tools/build.test.ts', 'test/system/swap.test.ts'], sources)).toEqual([]);
    expect(mirrorFaults(['test/batch/gone.test.ts'], sources)).toHaveLength(1);
    expect(roomOf('src/main.ts')).toBeUndefined();
  });
});
