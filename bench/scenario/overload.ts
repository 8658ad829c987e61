/**
 * Three times the capacity, offered by arrivals that do not wait. What can be served must be served nearly as fast as
 * at the peak, and the rest must be told no at once.
 */
import os from 'node:os';
import { probe, rowInput } from '../oip.js';
import { binaryPayload, httpRequestBytes } from '../payload.js';
import type { Stage } from '../stage.js';
import { median } from '../statistics.js';
import { formatUs } from '../table.js';
import { insistClean, latencyText, measure, plain, rateText } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

const TIMES = 3;
const GOODPUT_SHARE_MIN = 0.85;
const REFUSAL_P99_US_MAX = 10_000;
/** About a tenth of a second of work: a longer queue would only make the same answers later. */
const QUEUE_MAX = 64;
const PEAK_CONNECTIONS = 32;
/** More than the queue and the instances hold, so that no arrival waits for a connection. */
const CONNECTIONS = 512;

async function run(stage: Stage): Promise<Outcome> {
  const instances = os.availableParallelism();
  const { gateway } = await stage.open([{ name: 'heavy', instances, queueMax: QUEUE_MAX }]);
  const payload = binaryPayload(await rowInput(gateway.baseUrl, 'heavy'));
  await probe(gateway.baseUrl, payload);
  const generator = stage.generator();
  const target = { port: gateway.ports.http, request: httpRequestBytes(payload), requestsMax: Number.MAX_SAFE_INTEGER };
  const closed = { kind: 'http-closed', ...target, connections: PEAK_CONNECTIONS, warmSeconds: stage.warmSeconds, seconds: stage.seconds(6) } as const;
  const before = plain(await measure(gateway.pid, stage.warmSeconds, () => generator.ask(closed)));
  insistClean(before, 'peak');
  const ratePerSecond = before.rate * TIMES;
  stage.progress.note(`peak ${rateText(before.rate)}; offering ${rateText(ratePerSecond)}`);
  const open = { kind: 'http-open', ...target, connections: CONNECTIONS, ratePerSecond, pattern: 'poisson', seed: 11, warmSeconds: 1, seconds: stage.seconds(10) } as const;
  const over = plain(await measure(gateway.pid, 1, () => generator.ask(open)));
  const after = plain(await measure(gateway.pid, stage.warmSeconds, () => generator.ask(closed)));
  const peak = median([before.rate, after.rate]);
  return {
    checks: [
      { name: 'goodput of the peak', value: over.rate / peak, side: 'at least', bound: GOODPUT_SHARE_MIN, unit: '' },
      { name: 'p99 of refusals', value: over.refused === 0 ? NaN : over.refusal.p99Us, side: 'at most', bound: REFUSAL_P99_US_MAX, unit: 'us' },
      { name: 'failures', value: over.failed, side: 'at most', bound: 0, unit: '' },
    ],
    measured: `${rateText(over.rate)} good, ${over.refused} refused, refusals p99 ${formatUs(over.refusal.p99Us)}, good ${latencyText(over.latency)}`,
    beside: `peak ${rateText(peak)}`,
    details: { instances, queueMax: QUEUE_MAX, ratePerSecond, before, over, after },
  };
}

export const overloadScenario: Scenario = {
  name: 'overload',
  title: `compute-bound model, ${TIMES} x its capacity offered`,
  ceiling: 'peak goodput',
  target: `at least ${GOODPUT_SHARE_MIN} of it, refusals p99 under ${REFUSAL_P99_US_MAX / 1000} ms`,
  run,
};
