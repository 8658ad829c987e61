/** A student held against its teacher in the whole gateway: what is told of it by output and by slice, and what is written down. */
import { Metadata } from '@grpc/grpc-js';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { startScripted, type InProcess } from '../support/gateway.js';
import type { Reply } from '../support/rest.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

type View = Reply['json'];

const MIRROR = { percent: 100, maxConcurrency: 64, noisePercent: 100, compare: 'teacher', outputs: { y: 'exact' } };

interface School extends InProcess {
  readonly repository: string;
  view(): Promise<View>;
  /** Once that many requests have been compared. */
  compared(pairs: number): Promise<View>;
  send(values: readonly number[], headers?: Record<string, string>, more?: object): Promise<void>;
  /** Rows of every file of the rollout, in the order of the files. */
  rows(): Promise<Record<string, unknown>[]>;
  parts(): string[];
}

async function start(mirror: object, repository = temporaryFolder(), plan: object = {}): Promise<School> {
  const whole = { mirror: { ...MIRROR, ...mirror }, steps: [], twin: false, ...plan };
  const config = `max_batch_size: 8\ndynamic_batching { }\nparameters { key: "rollout" value: { string_value: ${JSON.stringify(JSON.stringify(whole))} } }\n`;
  const isNew = !existsSync(join(repository, 'm'));
  if (isNew) scriptedModel(repository, 'm', { add: 1 }, config, 1);
  const running = await startScripted(repository, '--repository-poll-secs', '0.05');
  const { http } = running;
  const view = async (): Promise<View> => (await http.call('/v2/models/m/rollout')).json;
  await until('a stable version', async () => (await view()).stable === 1);
  if (isNew) scriptedModel(repository, 'm', { add: 2 }, config, 2);
  const begun = await until('a mirror', async () => {
    const seen = await view();
    return seen.rollout?.weights.mirror === 100 && seen;
  });
  const folder = join(`${repository}-state`, 'labels', 'm', `rollout=${begun.rollout.id}`);
  const parts = (): string[] => readdirSync(folder).sort();
  return {
    ...running, repository, view, parts,
    compared: (pairs) => until(`${pairs} pairs`, async () => {
      const seen = await view();
      return seen.rollout.comparison?.candidate.pairs === pairs && seen;
    }),
    send: async (values, headers = {}, more = {}) => {
      const data = values.flatMap((value) => [value, 7]);
      const reply = await http.infer('m', { ...more, inputs: [{ name: 'x', datatype: 'FP32', shape: [values.length, 2], data }] }, headers);
      expect([reply.status, reply.json.outputs[0].data]).toEqual([200, data.map((value) => value + 1)]);
    },
    rows: async () => {
      const files = await Promise.all(parts().map((name) => parquetReadObjects({ file: Uint8Array.from(readFileSync(join(folder, name))).buffer })));
      return files.flat();
    },
  };
}

describe('a student', () => {
  it('is told apart by output and by slice, and has no end of its own', async () => {
    const school = await start({ slices: { by: 'header:X-Segment', max: 2 } }, temporaryFolder(), { maxDuration: '1s', analysis: { onInconclusive: 'abort', onNoData: 'abort' } });
    await school.send([1, 2, 3], { 'x-segment': 'gold' });
    for (const segment of ['silver', 'bronze', 'iron']) await school.send([4], { 'x-segment': segment });
    await school.send([5]);
    const grpc = school.grpc();
    const metadata = new Metadata();
    metadata.set('x-segment', 'gold');
    await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 2], bytes: floats(6, 7) }], {}, { metadata });
    const { rollout } = await school.compared(6);
    await until('its time', () => Date.now() > Date.parse(rollout.deadline));
    await school.send([7], { 'x-segment': 'gold' });
    const later = await school.compared(7);
    expect([later.rollout.phase, later.rollout.over, later.stable]).toEqual(['mirror', false, 1]);
    const { candidate, floor, slices, skipped } = later.rollout.comparison;
    expect(skipped).toEqual({ busy: 0, memory: 0, outside: 0, faults: 0 });
    expect(candidate).toMatchObject({ pairs: 7, disagreements: 7, agreement: 0 });
    expect(candidate.outputs.y).toMatchObject({ pairs: 9, disagreements: 9, agreement: 0, identical: 0, mismatched: 0, measures: { maxAbsolute: { pairs: 9, mean: 1, worst: 1 }, top1: { pairs: 9, mean: 1 } } });
    expect(floor).toMatchObject({ pairs: 7, disagreements: 0, agreement: 1, outputs: { y: { identical: 9 } } });
    expect(slices.map((slice: View) => [slice.kind, slice.value, slice.pairs, slice.disagreements, slice.outputs.y.rows, slice.outputs.y.meanAbsolute])).toEqual([
      ['value', 'gold', 3, 3, 5, 1], ['value', 'silver', 1, 1, 1, 1], ['none', null, 1, 1, 1, 1], ['other', null, 2, 2, 2, 1],
    ]);
    const metrics = await school.metrics();
    expect(metrics.value('sluice_rollout_agreement_ratio', { model: 'm', output: 'y', side: 'candidate' })).toBe(0);
    expect(metrics.value('sluice_rollout_agreement_ratio', { model: 'm', output: 'y', side: 'floor' })).toBe(1);
  });

  it('is divided by a field of the body as well, beside an assignment by another', async () => {
    const school = await start({ slices: { by: 'json:/parameters/tier' } }, temporaryFolder(), { assign: 'json:/parameters/user' });
    await school.send([1], {}, { parameters: { user: 'u', tier: 'a' } });
    await school.send([1], {}, { parameters: { tier: 4, user: 'u' } });
    await school.send([1], {}, { id: 'nobody' });
    const { rollout } = await school.compared(3);
    expect(rollout.comparison.slices.map((slice: View) => [slice.kind, slice.value, slice.pairs])).toEqual([['value', 'a', 1], ['value', '4', 1], ['none', null, 1]]);
  });

  it('keeps what was compared and written over a restart, and counts nothing twice', async () => {
    const mirror = { slices: { by: 'header:x-segment' }, labels: { rollAt: { after: '100ms' } } };
    const first = await start(mirror);
    await first.send([1, 2], { 'x-segment': 'gold' });
    const before = await first.compared(1);
    await until('a file', async () => (await first.view()).rollout.labels.rows === 2);
    await first.send([3], { 'x-segment': 'silver' });
    await first.compared(2);
    await first.stop();
    const second = await start(mirror, first.repository);
    const restarted = await second.view();
    expect(restarted.rollout.id).toBe(before.rollout.id);
    expect(restarted.rollout.comparison.candidate).toMatchObject({ pairs: 2, outputs: { y: { pairs: 3, measures: { maxAbsolute: { pairs: 3, mean: 1 } } } } });
    await second.send([4], { 'x-segment': 'silver' });
    const after = await second.compared(3);
    expect(after.rollout.comparison.slices.map((slice: View) => [slice.value, slice.pairs])).toEqual([['gold', 1], ['silver', 2]]);
    const whole = await until('the last file', async () => {
      const { labels } = (await second.view()).rollout;
      return labels.rows === 4 && labels;
    });
    expect(whole).toMatchObject({ state: 'writing', reason: '', rows: 4, files: 3, dropped: 0 });
    expect(second.parts()).toEqual(['part-000001-2.parquet', 'part-000002-1.parquet', 'part-000003-1.parquet']);
    expect((await second.rows()).map(({ y }) => y)).toEqual([[2, 8], [3, 8], [4, 8], [5, 8]]);
  });
});

describe('what a teacher answers', () => {
  it('is written down with what it was asked, but for those who do not want it', async () => {
    const school = await start({ labels: { rollAt: { after: '100ms' } } });
    const began = Date.now();
    await school.send([10, 20]);
    await school.send([30], { 'sluice-no-store': '1' });
    const metadata = new Metadata();
    metadata.set('sluice-no-store', '1');
    const grpc = school.grpc();
    await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 2], bytes: floats(40, 7) }], {}, { metadata });
    await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 2], bytes: floats(50, 7) }]);
    await school.compared(4);
    const { rollout } = await until('three rows', async () => {
      const seen = await school.view();
      return seen.rollout.labels.rows === 3 && seen;
    });
    const rows = await school.rows();
    expect(rows.map(({ x, y, model, version, rollout_id: id }) => [x, y, model, version, id])).toEqual([
      [[10, 7], [11, 8], 'm', 1, rollout.id], [[20, 7], [21, 8], 'm', 1, rollout.id], [[50, 7], [51, 8], 'm', 1, rollout.id],
    ]);
    for (const { time } of rows) expect((time as Date).getTime()).toBeGreaterThanOrEqual(began);
    expect((await school.metrics()).value('sluice_rollout_label_rows', { model: 'm' })).toBe(3);
  });

  it('is in files once the rollout is over', async () => {
    const school = await start({ labels: true });
    await school.send([1]);
    await school.compared(1);
    expect((await school.view()).rollout.labels).toMatchObject({ state: 'writing', rows: 0 });
    await school.http.call('/v2/models/m/rollout/abort', { body: { who: 'ann' } });
    const { rollout } = await until('the last file', async () => {
      const seen = await school.view();
      return seen.rollout.labels.state === 'done' && seen;
    });
    expect(rollout.labels).toMatchObject({ rows: 1, files: 1, dropped: 0 });
    expect(rollout.labels.path.endsWith(`labels/m/rollout=${rollout.id}`)).toBe(true);
    expect(rollout.comparison.candidate.pairs).toBe(1);
    expect((await school.rows()).map(({ y }) => y)).toEqual([[2, 8]]);
  });

  it('stops nothing else where it cannot be written', async () => {
    const repository = temporaryFolder();
    const school = await start({ labels: { rollAt: { after: '100ms' } } }, repository);
    // The folder of all labels is a file, as bad as a full disk.
    writeFileSync(join(`${repository}-state`, 'labels'), '');
    await school.send([1]);
    await school.compared(1);
    const { rollout } = await until('a stop', async () => {
      const seen = await school.view();
      return seen.rollout.labels.state === 'stopped' && seen;
    });
    expect(rollout.labels.reason).toContain('ENOTDIR');
    expect(rollout.labels).toMatchObject({ rows: 0, files: 0, dropped: 1 });
    expect(school.log.filter((line) => line.includes('labels cannot be written'))).toHaveLength(1);
    await school.send([2]);
    await school.compared(2);
    expect((await school.view()).rollout.phase).toBe('mirror');
  });
});
