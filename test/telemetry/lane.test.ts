import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REASONS, REASON_NAMES, reasonNumber } from '../../src/base/error.js';
import { FrontLane, InstanceLane } from '../../src/telemetry/lane.js';
import { FAILURE_LABELS, FRONT_WORDS, HEAD, createStats, headOf, instanceWords, statsBytes } from '../../src/telemetry/layout.js';
import { StatsReader, batchBuckets, failures } from '../../src/telemetry/reader.js';
import { versionStatistics } from '../../src/telemetry/statistics.js';
import { COUNT_EXAMPLES } from '../../tools/docs/examples.js';

test('the buffer describes itself and has exactly the bytes announced', () => {
  const stats = createStats(3, 2, 16);
  expect(headOf(stats)).toEqual({ frontEnds: 3, instances: 2, maxBatchSize: 16 });
  expect(stats.byteLength).toBe(statsBytes(3, 2, 16));
  expect(statsBytes(3, 2, 16)).toBe(8 * (HEAD.words + 3 * FRONT_WORDS + 2 * instanceWords(16)));
});

test('lanes lie on cache lines of their own', () => {
  for (const words of [HEAD.words, FRONT_WORDS, instanceWords(0), instanceWords(7), instanceWords(64)]) expect(words % 8).toBe(0);
});

test('a lane that does not exist, or a buffer that is no statistics, is our own fault', () => {
  const stats = createStats(1, 1, 4);
  expect(() => new FrontLane(stats, 1)).toThrow('no front end lane 1');
  expect(() => new InstanceLane(stats, 1)).toThrow('no instance lane 1');
  expect(() => new StatsReader(new SharedArrayBuffer(stats.byteLength))).toThrow('another layout');
});

test('sums over all lanes, whoever wrote them', () => {
  const front = fc.record({ lane: fc.nat(2), us: fc.nat(1e6), reason: fc.nat(REASON_NAMES.length) });
  const run = fc.record({ lane: fc.nat(1), rows: fc.integer({ min: 1, max: 8 }), inferUs: fc.nat(1e5) });
  fc.assert(
    fc.property(fc.array(front), fc.array(run), (settled, runs) => {
      const stats = createStats(3, 2, 8);
      const fronts = [0, 1, 2].map((i) => new FrontLane(stats, i));
      const instances = [0, 1].map((i) => new InstanceLane(stats, i));
      for (const { lane, us, reason } of settled) reason === 0 ? fronts[lane]?.success(us) : fronts[lane]?.failed(reason, us);
      for (const { lane, rows, inferUs } of runs) instances[lane]?.executed(rows, rows, 1, inferUs, 2, 5);
      const totals = new StatsReader(stats).totals();
      const good = settled.filter((one) => one.reason === 0);
      expect(totals.success).toBe(good.length);
      expect(totals.successUs).toBe(good.reduce((sum, one) => sum + one.us, 0));
      expect(totals.requestBuckets.reduce((a, b) => a + b, 0)).toBe(good.length);
      expect(failures(totals)).toBe(settled.length - good.length);
      expect(totals.refusals.reduce((a, b) => a + b, 0)).toBe(settled.length - good.length);
      expect(totals.executions).toBe(runs.length);
      expect(totals.inferences).toBe(runs.reduce((sum, one) => sum + one.rows, 0));
      expect(batchBuckets(totals).reduce((a, b) => a + b, 0)).toBe(runs.length);
    }),
  );
});

test('every reason counts under the label of its row', () => {
  for (const name of REASON_NAMES) {
    const stats = createStats(1, 0, 0);
    new FrontLane(stats, 0).failed(reasonNumber(name), 7);
    const { failure, failureUs, refusals } = new StatsReader(stats).totals();
    const label = FAILURE_LABELS.indexOf(REASONS[name].label);
    expect(failure[label]).toBe(1);
    expect(failureUs[label]).toBe(7);
    expect(refusals[reasonNumber(name)]).toBe(1);
  }
});

test.each([-1, 0, REASON_NAMES.length + 1, 1e9])('a number that is no reason (%i) harms nothing', (number) => {
  const stats = createStats(1, 1, 4);
  new FrontLane(stats, 0).failed(number, 1);
  const totals = new StatsReader(stats).totals();
  expect(totals.refusals[0]).toBe(1);
  expect(totals.failure[FAILURE_LABELS.indexOf('OTHER')]).toBe(1);
  expect(totals.requestBuckets.reduce((a, b) => a + b, 0)).toBe(0);
});

test('in flight goes up and down, and back to 0 when a front end is replaced', () => {
  const stats = createStats(2, 0, 0);
  const [a, b] = [new FrontLane(stats, 0), new FrontLane(stats, 1)];
  a.inFlight(1);
  a.inFlight(1);
  b.inFlight(1);
  a.inFlight(-1);
  const reader = new StatsReader(stats);
  expect(reader.inFlight()).toBe(2);
  new FrontLane(stats, 1).restarted();
  expect(reader.inFlight()).toBe(1);
});

test('a restarted instance goes on in the lane of the dead one', () => {
  const stats = createStats(0, 1, 4);
  new InstanceLane(stats, 0).executed(2, 1, 1, 1, 1, 10);
  new InstanceLane(stats, 0).executed(2, 1, 1, 1, 1, 20);
  const totals = new StatsReader(stats).totals();
  expect(totals.executions).toBe(2);
  expect(totals.lastWallMs).toBe(20);
});

test('sizes outside the range use the nearest row and leave the neighbour lane alone', () => {
  const stats = createStats(0, 2, 4);
  const lane = new InstanceLane(stats, 0);
  lane.executed(9, 1, 1, 1, 1, 1);
  lane.executed(0, 1, 1, 1, 1, 1);
  expect([...new StatsReader(stats).totals().sizes.keys()]).toEqual([1, 4]);
  expect(new StatsReader(stats).totals().executions).toBe(2);
});

test('a model without a batch dimension counts as batches of 1', () => {
  const stats = createStats(1, 1, 0);
  new InstanceLane(stats, 0).executed(1, 1, 1, 2, 3, 1);
  expect(new StatsReader(stats).totals().sizes.get(1)).toEqual({ count: 1, inputUs: 1, inferUs: 2, outputUs: 3 });
});

describe('the worked examples of the metrics page', () => {
  test.each(COUNT_EXAMPLES)('$story', (example) => {
    const stats = createStats(1, 1, 8);
    const front = new FrontLane(stats, 0);
    const instance = new InstanceLane(stats, 0);
    for (let i = 0; i < example.batchesFailed; i += 1) instance.batchFailed();
    for (let i = 0; i < example.isolated; i += 1) instance.isolated();
    for (const run of example.executions) instance.executed(run.rows, run.requests, 0, run.inferUs, 0, 1);
    for (const _ of example.answered) front.success(500);
    for (const reason of example.failed) front.failed(reasonNumber(reason), 50);
    const totals = new StatsReader(stats).totals();
    const { success, failure, inferences, executions, inferUs } = example.expected;
    expect(totals).toMatchObject({ success, inferences, executions, inferUs, failedBatches: example.batchesFailed, isolated: example.isolated });
    expect(failures(totals)).toBe(failure);
    expect(inferences).toBe(example.answered.reduce((a, b) => a + b, 0));
    const answer = versionStatistics('m', 1, totals);
    expect(answer).toMatchObject({ inference_count: inferences, execution_count: executions });
    expect(answer.inference_stats.compute_infer).toEqual({ count: success, ns: inferUs * 1000 });
    expect(answer.inference_stats.queue.count).toBe(success);
    expect(answer.inference_stats.fail.count).toBe(failure);
  });
});
