/** A million requests must leave the server's memory where it was: nothing kept per request, nothing fragmented. */
import { setTimeout as pause } from 'node:timers/promises';
import { probe, rowInput } from '../oip.js';
import { binaryPayload, httpRequestBytes, jsonPayload } from '../payload.js';
import { residentBytes } from '../proc.js';
import type { Stage } from '../stage.js';
import { median } from '../statistics.js';
import { formatNumber } from '../table.js';
import { insistClean, measure, plain, rateText } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

const REQUESTS = 1_000_000;
const WARM_REQUESTS = 100_000;
const GROWTH_BYTES_MAX = 20_000_000;
const SECONDS_MAX = 300;
const CONNECTIONS = 64;
const SAMPLES = 5;
const SAMPLE_GAP_MS = 300;

/** Median of a few looks at rest, because collections of the heap come and go. */
async function residentAtRest(pid: number): Promise<number> {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await pause(SAMPLE_GAP_MS);
    samples.push(residentBytes(pid));
  }
  return median(samples);
}

async function run(stage: Stage): Promise<Outcome> {
  const { gateway } = await stage.open([{ name: 'small', instances: 1, queueMax: null }]);
  const row = await rowInput(gateway.baseUrl, 'small');
  const payloads = [binaryPayload(row), jsonPayload(row)];
  for (const payload of payloads) await probe(gateway.baseUrl, payload);
  const generator = stage.generator();
  const scale = stage.settings.quick ? 0.005 : 1;
  const answerAll = async (requests: number): Promise<number> => {
    let rate = 0;
    for (const payload of payloads) {
      const job = { kind: 'http-closed', port: gateway.ports.http, request: httpRequestBytes(payload), connections: CONNECTIONS, warmSeconds: 0, seconds: SECONDS_MAX, requestsMax: Math.round((requests * scale) / 2) } as const;
      const part = plain(await measure(gateway.pid, 0, () => generator.ask(job)));
      insistClean(part, 'gateway');
      rate += part.rate / payloads.length;
      answered += part.ok;
    }
    return rate;
  };
  let answered = 0;
  await answerAll(WARM_REQUESTS);
  const before = await residentAtRest(gateway.pid);
  stage.progress.note(`warm at ${formatNumber(before / 1e6)} MB; ${formatNumber(REQUESTS * scale)} requests`);
  answered = 0;
  const rate = await answerAll(REQUESTS);
  const after = await residentAtRest(gateway.pid);
  return {
    checks: [
      { name: 'RSS growth', value: (after - before) / 1e6, side: 'at most', bound: GROWTH_BYTES_MAX / 1e6, unit: 'MB' },
      { name: 'answers', value: answered, side: 'at least', bound: REQUESTS * scale, unit: '' },
    ],
    measured: `${formatNumber(answered)} answers at ${rateText(rate)}, ${formatNumber(before / 1e6)} to ${formatNumber(after / 1e6)} MB`,
    beside: '-',
    details: { before, after, answered, rate },
  };
}

export const millionScenario: Scenario = {
  name: 'million',
  title: '1 million requests, half binary, half JSON',
  ceiling: '-',
  target: 'RSS growth under 20 MB',
  run,
};
