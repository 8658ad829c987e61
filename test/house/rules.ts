/** The house rules as pure checks: files in, one line of complaint per fault out, each with what to do instead. */
import { posix } from 'node:path';
import { BANNED, BENCH_CEILINGS, FILE_LINES_MAX, FUNCTION_LINES_MAX, GENERATED, IMPORTERS, MIRROR_EXCEPT, ROOMS, SUITES, TOP_FILES } from './table.js';
import { findCycle, type SourceFile } from './scan.js';

export function isGenerated(path: string): boolean {
  return GENERATED.test(path);
}

function covers(place: string, path: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

/** The room of a path under src/, or undefined for the files at the top. */
export function roomOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts[0] === 'src' && parts.length > 2 ? parts[1] : undefined;
}

function targetOf(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file.path), specifier).replace(/\.js$/, '.ts');
}

export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:') || specifier.startsWith('/')) return undefined;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

export function layerFaults(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files.filter((each) => each.path.startsWith('src/'))) {
    const room = roomOf(file.path);
    if (room === undefined) {
      if (!TOP_FILES.includes(file.path.slice(4))) faults.push(`${file.path}: only ${TOP_FILES.join(' and ')} stand at the top of src/; move it into a room`);
      continue;
    }
    const allowed = ROOMS[room];
    if (allowed === undefined) {
      faults.push(`${file.path}: room '${room}' has no row in ROOMS of test/house/table.ts; add one that says what it may import`);
      continue;
    }
    for (const { specifier, line } of file.imports) {
      const target = targetOf(file, specifier);
      if (target === undefined) continue;
      const other = roomOf(target);
      if (other === room) continue;
      if (other === undefined) faults.push(`${file.path}:${line}: imports ${specifier}, which is above or outside the rooms`);
      else if (!allowed.includes(other)) faults.push(`${file.path}:${line}: '${room}' may not import '${other}' (allowed: ${allowed.join(', ') || 'nothing'}); use a port, or pass it in from server.ts`);
    }
  }
  return faults;
}

export function importerFaults(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files.filter((each) => !each.path.startsWith('test/'))) {
    for (const { specifier, line } of file.imports) {
      const name = packageOf(specifier);
      const places = name === undefined ? undefined : IMPORTERS[name];
      if (name === undefined || places === undefined || places.some((place) => covers(place.path, file.path))) continue;
      if (file.path.startsWith('bench/') && BENCH_CEILINGS.includes(name)) continue;
      faults.push(`${file.path}:${line}: imports ${name}, which only ${places.map((place) => place.path).join(', ')} may; use the port beside it`);
    }
  }
  return faults;
}

/** Imports of types vanish when compiled and cannot make a cycle at run time; between rooms the table has none at all. */
export function cycleFault(files: readonly SourceFile[]): string | undefined {
  const edges = new Map<string, readonly string[]>();
  for (const file of files) {
    edges.set(
      file.path,
      file.imports.filter((each) => !each.typeOnly).flatMap((each) => targetOf(file, each.specifier) ?? []),
    );
  }
  const cycle = findCycle(edges);
  return cycle === undefined ? undefined : `files import each other in a circle: ${cycle.join(' -> ')}; move what both need into a third file`;
}

export function sizeFaults(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    if (file.lines > FILE_LINES_MAX) faults.push(`${file.path}: ${file.lines} lines, at most ${FILE_LINES_MAX}; split it by subject`);
    // A suite is one long function by nature.
    if (file.path.startsWith('test/')) continue;
    for (const each of file.functions) {
      if (each.lines > FUNCTION_LINES_MAX) faults.push(`${file.path}:${each.line}: ${each.name} has ${each.lines} lines, at most ${FUNCTION_LINES_MAX}; let the parent branch and the leaves compute`);
    }
  }
  return faults;
}

export function wordFaults(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    for (const { word, line } of file.words) {
      const rule = BANNED.find((each) => each.word === word);
      if (rule === undefined || !rule.within.includes(file.path.split('/')[0] ?? '')) continue;
      if (rule.except.some((place) => covers(place.path, file.path))) continue;
      faults.push(`${file.path}:${line}: '${word}' is banned here; use ${rule.instead} (or give ${file.path} a reason under BANNED in test/house/table.ts)`);
    }
  }
  return faults;
}

/**
 * `test/room/name[.anything].test.ts` stands for `src/room/name.ts` or for the folder `src/room/name/`; test/tools and
 * test/bench mirror those folders.
 */
export function mirrorFaults(tests: readonly string[], sources: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  for (const path of tests) {
    const [, room = '', ...rest] = path.split('/');
    if (SUITES.includes(room) || path === 'test/tidy.test.ts' || MIRROR_EXCEPT.some((each) => each.path === path)) continue;
    const inside = [room, ...rest].join('/').replace(/\.test\.ts$/, '');
    const folder = posix.dirname(inside);
    const stem = posix.join(folder, posix.basename(inside).split('.')[0] ?? '');
    const base = room === 'tools' || room === 'bench' ? stem : `src/${stem}`;
    if (sources.has(`${base}.ts`) || sources.has(`${base}.mjs`)) continue;
    if ([...sources].some((source) => source.startsWith(`${base}/`))) continue;
    faults.push(`${path}: there is no ${base}.ts that it tests; name it after its source, move it into a suite (${SUITES.join(', ')}), or give a reason under MIRROR_EXCEPT in test/house/table.ts`);
  }
  return faults;
}
