import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { AnalysisPool } from '../../src/analysis/pool.js';
import { encodeModel, GraphBuilder } from '../../src/onnx/build.js';

const folder = mkdtempSync(join(tmpdir(), 'analysis-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'model.onnx');
writeFileSync(path, encodeModel(new GraphBuilder('g').input('x', 'FP32', ['n', 2]).output('y', 'FP32', ['n', 2])));

it('inspects on a thread and keeps the reason of a fault', async () => {
  const pool = new AnalysisPool({ threadCount: 1, queueMax: 4 });
  expect((await pool.inspect(path)).inputs[0]?.dims).toEqual([-1, 2]);
  await expect(pool.inspect(join(folder, 'absent'))).rejects.toMatchObject({ reason: 'load_failed' });
  await pool.close();
});

it('refuses past its bound, finishes accepted work on close, and then refuses all', async () => {
  const pool = new AnalysisPool({ threadCount: 1, queueMax: 2 });
  const accepted = [pool.inspect(path), pool.inspect(path), pool.inspect(path)];
  await expect(pool.inspect(path)).rejects.toMatchObject({ reason: 'queue_full' });
  expect(pool.pendingCount).toBe(3);
  const closed = pool.close();
  await expect(pool.inspect(path)).rejects.toMatchObject({ reason: 'draining' });
  expect((await Promise.all(accepted)).map((summary) => summary.graphName)).toEqual(['g', 'g', 'g']);
  await closed;
  await pool.close();
  expect(pool.pendingCount).toBe(0);
});
