/** From rings to files, with time and the disk played: when a file is closed, and what stops it. */
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partName, type LabelFile } from '../../src/analysis/labels.js';
import { ManualClock } from '../../src/base/clock.js';
import { LabelWriter, type LabelOrder } from '../../src/gateway/teacher.js';
import type { LabelPlan } from '../../src/rollout/mirror.js';
import { LabelLane } from '../../src/serving/labels.js';
import { readRecords } from '../../src/tensor/record.js';
import { temporaryFolder } from '../support/folder.js';
import { until } from '../support/until.js';
import { answered, bytesOf } from '../serving/answered.js';

const PLAN: LabelPlan = { rowsMax: 1_000, bytesMax: 1_000_000, rollRows: 10, rollBytes: 100_000, rollMs: 60_000 };

class Office {
  readonly clock = new ManualClock(0);
  readonly folder = temporaryFolder();
  readonly files: { readonly part: number; readonly rows: number }[] = [];
  readonly failures: string[] = [];
  readonly writer: LabelWriter;
  readonly lane: LabelLane;
  ended = 0;
  /** What the disk says to the next files; null for nothing. */
  fault: string | null = null;
  private timers: (() => void)[] = [];

  constructor(plan: Partial<LabelPlan> = {}, more: Partial<LabelOrder> = {}) {
    const source = { model: 'm', version: 1, rollout: 'r', batched: true, inputs: [], outputs: [] };
    this.writer = new LabelWriter(
      {
        frontEnds: 1, clock: this.clock, write: (file) => this.write(file),
        after: (_, then) => {
          this.timers.push(then);
          return () => (this.timers = this.timers.filter((each) => each !== then));
        },
        failed: (_, text) => this.failures.push(text),
      },
      { folder: this.folder, source, plan: { ...PLAN, ...plan }, before: null, ...more },
      () => this.ended++,
    );
    this.lane = new LabelLane(this.writer.shared, 0);
  }

  get isArmed(): boolean {
    return this.timers.length > 0;
  }

  answer(count: number): void {
    for (let k = 0; k < count; k++) this.lane.write(answered(bytesOf(4, k), bytesOf(4, k)), this.clock.wallMs());
  }

  /** Lets this much time pass, and everything that it brings. */
  async pass(ms: number): Promise<void> {
    this.clock.advanceUs(ms * 1000);
    const [then] = this.timers.splice(0);
    then?.();
    await until('a turn', () => this.isArmed || this.writer.counts().state === 'done');
  }

  private async write({ folder, part, words }: LabelFile): Promise<{ rows: number; dropped: number; bytes: number }> {
    await Promise.resolve();
    if (this.fault !== null) throw new TypeError(this.fault);
    const rows = [...readRecords(words)].reduce((sum, record) => sum + record.rows, 0);
    const bytes = new Uint8Array(words.length * 4);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, partName(part, rows)), bytes);
    this.files.push({ part, rows });
    return { rows, dropped: 0, bytes: bytes.length };
  }
}

describe('labels on their way to disk', () => {
  it('fill files of so many rows, and the rest waits for its time', async () => {
    const office = new Office();
    office.answer(25);
    await office.pass(250);
    expect(office.files).toEqual([{ part: 1, rows: 10 }, { part: 2, rows: 10 }]);
    await office.pass(59_999);
    expect(office.files).toHaveLength(2);
    await office.pass(1);
    expect(office.files[2]).toEqual({ part: 3, rows: 5 });
    expect(office.writer.counts()).toMatchObject({ state: 'writing', rows: 25, files: 3, dropped: 0 });
    await office.pass(1_000_000);
    expect(office.files).toHaveLength(3);
  });

  it('fill files of so many bytes', async () => {
    const office = new Office({ rollRows: 100_000, rollBytes: 4_000 });
    office.answer(120);
    await office.pass(250);
    expect(office.files.length).toBeGreaterThan(0);
    await office.writer.close();
    expect(office.files.reduce((sum, { rows }) => sum + rows, 0)).toBe(120);
    expect(office.isArmed).toBe(false);
  });

  it('end with as many rows as were asked for', async () => {
    const office = new Office({ rowsMax: 12 });
    office.answer(30);
    await office.pass(250);
    expect(office.files).toEqual([{ part: 1, rows: 10 }, { part: 2, rows: 2 }]);
    expect(office.writer.counts()).toMatchObject({ state: 'full', reason: 'there are 12 rows, and maxRows is 12', rows: 12 });
    await office.pass(60_000);
    expect(office.files).toHaveLength(2);
  });

  it('stop before they take more than they may, with what other rollouts left, and go on when there is room', async () => {
    const office = new Office({ rollRows: 1, rollBytes: 100, bytesMax: 1_000 });
    const other = join(office.folder, 'rollout=older');
    mkdirSync(other);
    writeFileSync(join(other, partName(1, 5)), new Uint8Array(900));
    office.answer(2);
    await office.pass(250);
    expect(office.files).toEqual([{ part: 1, rows: 1 }]);
    expect(office.writer.counts()).toMatchObject({ state: 'full', rows: 1 });
    expect(office.writer.counts().reason).toContain('maxBytes');
    rmSync(other, { recursive: true });
    await office.pass(59_000);
    expect(office.files).toHaveLength(1);
    await office.pass(1_000);
    expect(office.files).toHaveLength(2);
    expect(office.writer.counts()).toMatchObject({ state: 'writing', reason: '' });
  });

  it('are dropped and counted while the disk takes none, which is told once, and go on later', async () => {
    const office = new Office();
    office.fault = 'ENOSPC: no space left on device';
    office.answer(10);
    await office.pass(250);
    expect(office.writer.counts()).toMatchObject({ state: 'stopped', reason: 'ENOSPC: no space left on device', rows: 0, dropped: 10 });
    office.answer(3);
    await office.pass(1_000);
    expect(office.failures).toHaveLength(1);
    office.fault = null;
    await office.pass(60_000);
    await office.writer.close();
    expect(office.writer.counts()).toMatchObject({ rows: 3, dropped: 10 });
  });

  it('are counted where front ends found no room', async () => {
    const office = new Office({ rowsMax: 1, rollRows: 1 });
    office.answer(200_000);
    await office.pass(250);
    // Into the place of the one that was taken.
    office.answer(1);
    const { rows, dropped } = office.writer.counts();
    expect(rows).toBe(1);
    expect(dropped).toBeGreaterThan(10_000);
    office.answer(7);
    expect(office.writer.counts().dropped).toBe(dropped + 7);
  });

  it('go on behind the files that an earlier process left', async () => {
    const before = { state: 'writing', reason: '', rows: 4, files: 1, bytes: 10, dropped: 9, path: '' } as const;
    const office = new Office({}, { before });
    const own = join(office.folder, 'rollout=r');
    mkdirSync(own);
    // One more than the document knew of, and one that was never finished.
    for (const name of [partName(1, 4), partName(2, 6), '.part-000003-1.parquet.tmp']) writeFileSync(join(own, name), new Uint8Array(50));
    office.answer(10);
    await office.pass(250);
    expect(office.files).toEqual([{ part: 3, rows: 10 }]);
    expect(office.writer.counts()).toMatchObject({ rows: 20, files: 3, dropped: 9 });
  });

  it('are all in files a moment after the rollout is over', async () => {
    const office = new Office();
    office.answer(1);
    await office.pass(250);
    office.writer.end();
    // A front end that has not learned of it yet.
    office.answer(2);
    await office.pass(500);
    expect([office.files.length, office.ended]).toEqual([0, 0]);
    await office.pass(500);
    expect(office.files).toEqual([{ part: 1, rows: 3 }]);
    expect([office.ended, office.writer.counts().state, office.isArmed]).toEqual([1, 'done', false]);
  });
});
