/**
 * A new version every two seconds under load, published by rename and found by polling. The same open load runs before
 * and after without swaps; its latencies count from the intended arrivals, so a pause cannot hide.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { distributionOf } from '../histogram.js';
import type { LoadJob } from '../load/job.js';
import { probe, rowInput, versionReady } from '../oip.js';
import { binaryPayload, httpRequestBytes } from '../payload.js';
import { publishVersion, removeVersion } from '../repository.js';
import type { Opened, Stage } from '../stage.js';
import { formatNumber, formatUs } from '../table.js';
import { measure, plain, rateText } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

const SWAP_EVERY_SECONDS = 2;
const P99_TIMES_MAX = 2;
const CONNECTIONS = 64;
/** Of the measured peak: a gateway at its limit would show queueing, not swaps. */
const LOAD_SHARE = 0.25;
const RATE_MAX = 4000;
const READY_LOOK_MS = 50;
/** Folders kept behind the newest, so that a drain never loses its files. */
const VERSIONS_KEPT = 2;

interface SwapLog {
  readonly published: number;
  readonly served: number;
  /** From rename to ready, in milliseconds. */
  readonly readyMs: readonly number[];
}

async function swapFor(opened: Opened, seconds: number): Promise<SwapLog> {
  const { gateway, repository, staging } = opened;
  const readyMs: number[] = [];
  const swaps = Math.max(1, Math.floor(seconds / SWAP_EVERY_SECONDS));
  const startMs = performance.now();
  for (let swap = 1; swap <= swaps; swap += 1) {
    const version = swap + 1;
    const publishedMs = performance.now();
    publishVersion(repository, staging, 'small', version);
    const dueMs = startMs + swap * SWAP_EVERY_SECONDS * 1000;
    while (performance.now() < dueMs && !(await versionReady(gateway.baseUrl, 'small', version))) await pause(READY_LOOK_MS);
    const nowMs = performance.now();
    if (nowMs < dueMs) readyMs.push(nowMs - publishedMs);
    // Version 1 stays: it is what later versions are copied from.
    const old = version - VERSIONS_KEPT;
    if (old > 1) removeVersion(repository, 'small', old);
    if (nowMs < dueMs) await pause(dueMs - nowMs);
  }
  return { published: swaps, served: readyMs.length, readyMs };
}

async function run(stage: Stage): Promise<Outcome> {
  const opened = await stage.open([{ name: 'small', instances: 1, queueMax: null }]);
  const { gateway } = opened;
  const payload = binaryPayload(await rowInput(gateway.baseUrl, 'small'));
  await probe(gateway.baseUrl, payload);
  const generator = stage.generator();
  const target = { port: gateway.ports.http, request: httpRequestBytes(payload), connections: CONNECTIONS, requestsMax: Number.MAX_SAFE_INTEGER };
  const peak = await generator.ask({ kind: 'http-closed', ...target, warmSeconds: stage.warmSeconds, seconds: stage.seconds(3) });
  const ratePerSecond = Math.min(RATE_MAX, peak.rate * LOAD_SHARE);
  const seconds = stage.settings.quick ? 2 * SWAP_EVERY_SECONDS : (stage.settings.seconds ?? 60);
  const job = (length: number): LoadJob => ({ kind: 'http-open', ...target, ratePerSecond, pattern: 'poisson', seed: 7, warmSeconds: 1, seconds: length });
  const load = (length: number): ReturnType<typeof measure> => measure(gateway.pid, 1, () => generator.ask(job(length)));
  stage.progress.note(`open load of ${rateText(ratePerSecond)}; ${seconds / 4} s still, ${seconds} s with swaps, ${seconds / 4} s still`);
  const first = await load(seconds / 4);
  const [swapped, log] = await Promise.all([load(seconds), swapFor(opened, seconds)]);
  const last = await load(seconds / 4);
  const still = distributionOf(first.raw.latency, last.raw.latency);
  const failures = swapped.failed + swapped.refused;
  return {
    checks: [
      { name: 'failures', value: failures, side: 'at most', bound: 0, unit: '' },
      { name: 'p99 against no swaps', value: swapped.latency.p99Us / still.p99Us, side: 'at most', bound: P99_TIMES_MAX, unit: 'x' },
      { name: 'swaps served in time', value: log.served / log.published, side: 'at least', bound: 1, unit: '' },
    ],
    measured: `${formatNumber(swapped.ok)} answers, ${failures} failures, ${log.served} of ${log.published} swaps, p99 ${formatUs(swapped.latency.p99Us)}, max ${formatUs(swapped.latency.maxUs)}`,
    beside: `p99 ${formatUs(still.p99Us)}, max ${formatUs(still.maxUs)}`,
    details: { ratePerSecond, still, before: plain(first), swapped: plain(swapped), after: plain(last), swaps: log },
  };
}

export const swapScenario: Scenario = {
  name: 'swap',
  title: 'a swap every 2 s under open load, binary',
  ceiling: 'the same load without swaps',
  target: `0 failures, p99 at most ${P99_TIMES_MAX} x`,
  run,
};
