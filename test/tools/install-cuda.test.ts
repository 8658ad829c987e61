import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIBRARIES, ORT_VERSION, PROVIDER, SHARED, findLibraries, inspect, main, parseArgs } from '../../tools/install-cuda.mjs';

let source = '';
let target = '';
let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  source = mkdtempSync(join(tmpdir(), 'sluice-provider-'));
  target = mkdtempSync(join(tmpdir(), 'sluice-target-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of [source, target]) rmSync(folder, { recursive: true, force: true });
});

function provider(folder: string, version: string): void {
  writeFileSync(join(folder, PROVIDER), `ELF\0${version}\0rest`);
  writeFileSync(join(folder, SHARED), 'ELF');
}

describe('the flags', () => {
  it('take values in both spellings', () => {
    expect(parseArgs(['--from', 'npm', '--to=/x', '--dry-run', '--force'])).toEqual({ from: 'npm', to: '/x', dryRun: true, force: true });
  });
  it('refuse what they do not know', () => {
    expect(() => parseArgs(['--form', 'npm'])).toThrow('unknown option --form; known are --from');
    expect(() => parseArgs(['--from'])).toThrow('--from needs a value');
  });
});

describe('a folder', () => {
  it('is told apart', () => {
    expect(inspect(source)).toBe('nothing');
    writeFileSync(join(source, SHARED), 'ELF');
    expect(inspect(source)).toBe('part');
    provider(source, '1.30.0');
    expect(inspect(source)).toBe('other version');
    provider(source, ORT_VERSION);
    expect(inspect(source)).toBe('whole');
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('an installation from a folder', () => {
  it('copies, and does nothing the second time', () => {
    provider(source, ORT_VERSION);
    main(['--from', source, '--to', target]);
    expect(readdirSync(target).sort()).toEqual([PROVIDER, SHARED].sort());
    expect(said[0]).toContain(`CUDA provider ${ORT_VERSION} installed from ${source} into ${target}`);
    rmSync(source, { recursive: true });
    said = [];
    main(['--from', source, '--to', target]);
    expect(said[0]).toContain('already; nothing to do');
    expect(inspect(target)).toBe('whole');
  });
  it('touches nothing in a dry run', () => {
    provider(source, ORT_VERSION);
    main(['--from', source, '--to', target, '--dry-run']);
    expect(said[0]).toContain(`would put ${PROVIDER} and ${SHARED} into ${target}, from ${source}`);
    expect(readdirSync(target)).toEqual([]);
  });
  it('refuses another version and half a provider, and leaves what was there', () => {
    provider(source, '1.30.0');
    expect(() => main(['--from', source, '--to', target])).toThrow(`is not of ONNX Runtime ${ORT_VERSION}`);
    rmSync(join(source, SHARED));
    expect(() => main(['--from', source, '--to', target])).toThrow(`must hold ${PROVIDER} and ${SHARED}`);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('the libraries of the host', () => {
  it('are found where the loader looks, and advised on where it does not', () => {
    const found = findLibraries(LIBRARIES, {
      ldconfig: '\tlibcuda.so.1 (libc6,x86-64) => /usr/lib/libcuda.so.1\n\tlibcudart.so.13.0 (libc6) => /x\n',
      searchPath: ['/cuda'],
      exists: (path: string) => path === '/cuda/libcublas.so.13' || path === '/opt/cuda/libcurand.so.10',
      likely: ['/opt/cuda'],
    });
    expect(Object.fromEntries(found.map((each: { name: string; state: string }) => [each.name, each.state]))).toEqual({
      'libcuda.so.1': 'found',
      'libcudart.so.13': 'missing',
      'libcublas.so.13': 'found',
      'libcublasLt.so.13': 'missing',
      'libcurand.so.10': 'hidden',
      'libcudnn.so.9': 'missing',
    });
  });
});
