import { expect, test } from 'vitest';
import type { ModelStatistics } from '../../src/serving/admin.js';
import { FrontLane, InstanceLane } from '../../src/telemetry/lane.js';
import { createStats } from '../../src/telemetry/layout.js';
import { StatisticsLedger } from '../../src/telemetry/ledger.js';
import { StatsReader, emptyTotals } from '../../src/telemetry/reader.js';
import { versionStatistics } from '../../src/telemetry/statistics.js';

const zero = { count: 0, ns: 0 };

function served(stats: SharedArrayBuffer, requests: number): void {
  const front = new FrontLane(stats, 0);
  const instance = new InstanceLane(stats, 0);
  for (let i = 0; i < requests; i += 1) {
    instance.queued(10);
    instance.executed(1, 1, 1, 2, 3, 1700 + i);
    front.success(100);
  }
}

test('the answer has the shape that the protocol rooms expect, with every key also before the first request', () => {
  const answer: ModelStatistics = versionStatistics('m', 3, emptyTotals());
  expect(answer).toEqual({
    name: 'm', version: '3', last_inference: 0, inference_count: 0, execution_count: 0,
    inference_stats: { success: zero, fail: zero, queue: zero, compute_input: zero, compute_infer: zero, compute_output: zero, cache_hit: zero, cache_miss: zero },
    response_stats: {}, batch_stats: [], memory_usage: [],
  });
});

test('batch statistics have one row per executed size, ascending, each run once; every number is whole', () => {
  const stats = createStats(1, 2, 8);
  new InstanceLane(stats, 0).executed(4, 2, 1.25, 10.5, 0.1234567, 1700.9);
  new InstanceLane(stats, 1).executed(4, 4, 1, 10, 1, 1600);
  new InstanceLane(stats, 1).executed(2, 1, 1, 10, 1, 1650);
  const answer = versionStatistics('m', 1, new StatsReader(stats).totals(), [{ type: 'CPU', id: 0, byte_size: 12 }]);
  expect(answer.last_inference).toBe(1700);
  expect(answer.batch_stats).toEqual([
    { batch_size: 2, compute_input: { count: 1, ns: 1000 }, compute_infer: { count: 1, ns: 10000 }, compute_output: { count: 1, ns: 1000 } },
    { batch_size: 4, compute_input: { count: 2, ns: 2250 }, compute_infer: { count: 2, ns: 20500 }, compute_output: { count: 2, ns: 1123 } },
  ]);
  expect(answer.memory_usage).toHaveLength(1);
});

test('a reload, also one that overlaps, never runs the counts backwards', () => {
  const ledger = new StatisticsLedger();
  const [old, next] = [createStats(1, 1, 4), createStats(1, 1, 8)];
  ledger.attach('m', 1, old);
  served(old, 3);
  expect(ledger.totals('m', 1).success).toBe(3);
  ledger.attach('m', 1, next);
  served(next, 2);
  expect(ledger.totals('m', 1).success).toBe(5);
  ledger.fold(old);
  expect(ledger.totals('m', 1)).toMatchObject({ success: 5, executions: 5, queuedUs: 50, lastWallMs: 1702 });
  expect(ledger.totals('m', 1).sizes.get(1)).toEqual({ count: 5, inputUs: 5, inferUs: 10, outputUs: 15 });
  ledger.fold(next);
  expect(ledger.attached('m', 1)).toBe(false);
  expect(ledger.totals('m', 1).success).toBe(5);
  expect(ledger.totals('m', 2).success).toBe(0);
});

test('what was in flight when a version went does not stay in flight', () => {
  const ledger = new StatisticsLedger();
  const stats = createStats(1, 1, 1);
  ledger.attach('m', 1, stats).totals();
  new FrontLane(stats, 0).inFlight(1);
  expect(ledger.totals('m', 1).inFlight).toBe(1);
  ledger.fold(stats);
  expect(ledger.totals('m', 1).inFlight).toBe(0);
});

test('the past is bounded; the version folded longest ago is forgotten first', () => {
  const ledger = new StatisticsLedger(2);
  for (const version of [1, 2, 3]) {
    const stats = createStats(1, 1, 1);
    ledger.attach('m', version, stats);
    served(stats, 1);
    ledger.fold(stats);
  }
  expect([1, 2, 3].map((version) => ledger.totals('m', version).success)).toEqual([0, 1, 1]);
});

test('folding twice is our own fault', () => {
  const ledger = new StatisticsLedger();
  const stats = createStats(1, 1, 1);
  ledger.attach('m', 1, stats);
  ledger.fold(stats);
  expect(() => ledger.fold(stats)).toThrow('not attached');
});
