/** The file driver: the contract, and what only disks do. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { DurableFiles } from '../../src/base/durable.js';
import { openFileStore, type FileStore } from '../../src/state/file.js';
import { playedDisk } from '../support/disk.js';
import { put, temporaryFolder } from '../support/folder.js';
import { later } from '../support/later.js';
import { reasonOf, storeContract } from './contract.js';

storeContract('file', (clock) => openFileStore(temporaryFolder(), clock));

async function open(folder: string, files?: DurableFiles): Promise<FileStore> {
  const store = await openFileStore(folder, new ManualClock(), files);
  later(() => store.close());
  return store;
}

const file = (folder: string): string => join(folder, 'rollouts', 'm.json');

test('documents outlive the store', async () => {
  const folder = temporaryFolder();
  const first = await open(folder);
  const written = await first.compareAndSet('rollouts/m', 0, { phase: 'canary' }, { epoch: 4 });
  await first.close();
  expect(readdirSync(folder)).toEqual(['rollouts']);
  expect(await (await open(folder)).read('rollouts/m')).toEqual(written);
});

test('a newer schema is refused with a remedy and left alone', async () => {
  const folder = temporaryFolder();
  const newer = JSON.stringify({ format: 'sluice-state', schema: 2, key: 'rollouts/m', phases: [] });
  put(folder, 'rollouts/m.json', newer);
  const store = await open(folder);
  const fault = `state_failed: state file '${file(folder)}' has schema 2 and this version of Sluice reads up to 1: run the version that wrote it, or give --state-dir another folder; the file was left alone`;
  expect(await reasonOf(store.read('rollouts/m'))).toBe(fault);
  expect(await reasonOf(store.compareAndSet('rollouts/m', 0, 'mine'))).toBe(fault);
  expect(readFileSync(file(folder), 'utf8')).toBe(newer);
});

const whole = { format: 'sluice-state', schema: 1, key: 'rollouts/m', generation: 3, epoch: 0, writtenMs: 0, value: 1 };

test.each([
  ['torn', JSON.stringify(whole).slice(0, 40), 'is torn or is no document'],
  ['empty', '', 'is torn or is no document'],
  ['zeros', '\0'.repeat(64), 'is torn or is no document'],
  ['foreign', '{"name":"sluice"}', 'is torn or is no document'],
  ['without a schema', JSON.stringify({ ...whole, schema: 'new' }), 'names no schema version'],
  ['without a generation', JSON.stringify({ ...whole, generation: 0 }), 'lacks fields'],
  ['about another key', JSON.stringify({ ...whole, key: 'rollouts/other' }), 'is about "rollouts/other"'],
])('a file that is %s is refused by name, listed as broken, and never written over', async (_, text, says) => {
  const folder = temporaryFolder();
  put(folder, 'rollouts/m.json', text);
  put(folder, 'rollouts/sound.json', JSON.stringify({ ...whole, key: 'rollouts/sound' }));
  const store = await open(folder);
  for (const what of [store.read('rollouts/m'), store.compareAndSet('rollouts/m', 0, 1), store.compareAndSet('rollouts/m', 3, 1)]) {
    const reason = await reasonOf(what);
    expect(reason).toContain(`state_failed: state file '${file(folder)}' ${says}`);
  }
  expect(readFileSync(file(folder), 'utf8')).toBe(text);
  const listed = await store.list('rollouts/');
  expect(listed.map((each) => each.state)).toEqual(['readable', 'broken']);
  expect(listed[1]).toMatchObject({ where: file(folder) });
});

test('a broken file is moved aside when asked, and never onto another', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  expect(await store.moveAside('rollouts/m')).toBeNull();
  for (const n of [1, 2]) {
    put(folder, 'rollouts/m.json', `torn ${n}`);
    expect(await store.moveAside('rollouts/m')).toBe(`${file(folder)}.broken-${n}`);
    expect(readFileSync(`${file(folder)}.broken-${n}`, 'utf8')).toBe(`torn ${n}`);
  }
  expect((await store.compareAndSet('rollouts/m', 0, 'anew')).generation).toBe(1);
  expect(await store.list('')).toHaveLength(1);
});

test('a write is synced before it is renamed, and the folder after', async () => {
  const { files, steps } = playedDisk(() => undefined);
  const store = await open(temporaryFolder(), files);
  await store.compareAndSet('rollouts/m', 0, 1);
  expect(steps.filter((step) => !step.startsWith('open'))).toEqual(['write .m.json.tmp', 'sync .m.json.tmp', 'rename .m.json.tmp m.json', 'sync rollouts']);
});

test.each(['write .m.json.tmp', 'sync .m.json.tmp', 'rename .m.json.tmp m.json'])('a disk that is full at "%s" leaves the old document', async (at) => {
  let full = false;
  const { files } = playedDisk((step) => (full && step === at ? 'ENOSPC' : undefined));
  const folder = temporaryFolder();
  const store = await open(folder, files);
  const old = await store.compareAndSet('rollouts/m', 0, 'old');
  full = true;
  expect(await reasonOf(store.compareAndSet('rollouts/m', 1, 'new'))).toBe(
    `state_failed: state file '${file(folder)}' cannot be written (ENOSPC): the disk is full; free space on it, then try again`,
  );
  expect(await store.read('rollouts/m')).toEqual(old);
  expect(readdirSync(join(folder, 'rollouts'))).toEqual(['m.json']);
  full = false;
  expect((await store.compareAndSet('rollouts/m', 1, 'new')).generation).toBe(2);
});

test('what a killed writer left half written is swept at the next start', async () => {
  const folder = temporaryFolder();
  put(folder, 'rollouts/.m.json.tmp', '{"format":"slui');
  put(folder, 'rollouts/notes.txt', 'of a person');
  await open(folder);
  expect(readdirSync(join(folder, 'rollouts'))).toEqual(['notes.txt']);
});

test('a document removed by hand is seen at once', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.compareAndSet('rollouts/m', 0, 1);
  rmSync(file(folder));
  expect(await store.read('rollouts/m')).toBeNull();
});

test('a folder that cannot be made is refused with its name', async () => {
  const folder = temporaryFolder();
  put(folder, 'file', '');
  expect(await reasonOf(openFileStore(join(folder, 'file', 'state'), new ManualClock()))).toBe(
    `state_failed: state folder '${join(folder, 'file', 'state')}' cannot be used (ENOTDIR): make it writable, or give --state-dir another one`,
  );
});
