/** A model of milliseconds a row: the gateway should add next to nothing to what the same threads do without it. */
import os from 'node:os';
import { meanBatch, probe, rowInput, runCounts } from '../oip.js';
import { binaryPayload, httpRequestBytes } from '../payload.js';
import { modelFile } from '../repository.js';
import type { Stage } from '../stage.js';
import { median, pairedRatios, spread } from '../statistics.js';
import { formatNumber } from '../table.js';
import { insistClean, latencyText, measure, plain, rateText, type Measured } from './report.js';
import type { Outcome, Scenario } from './scenario.js';
import type { RunResult } from '../ceiling/run.js';

const SHARE_MIN = 0.9;
/** Enough in flight that every instance finds a full batch of the best size waiting. */
const CONNECTIONS = 32;
const BATCH_SIZES = [1, 2, 4, 8, 16];

async function run(stage: Stage): Promise<Outcome> {
  const threads = os.availableParallelism();
  const { gateway, repository } = await stage.open([{ name: 'heavy', instances: threads, queueMax: null }]);
  const payload = binaryPayload(await rowInput(gateway.baseUrl, 'heavy'));
  await probe(gateway.baseUrl, payload);
  const generator = stage.generator();
  const bare = stage.runCeiling();
  const seconds = stage.seconds(8);
  const bounds = { warmSeconds: stage.warmSeconds, seconds, requestsMax: Number.MAX_SAFE_INTEGER, connections: CONNECTIONS };
  const request = httpRequestBytes(payload);
  const model = { file: modelFile(repository, 'heavy'), intraThreads: 1 };
  const best = await bare.ask({ kind: 'throughput', threads, batchSizes: BATCH_SIZES, seconds: Math.min(2, seconds), ...model });
  stage.progress.note(`best batch of bare runs: ${best.bestBatch} (${rateText(best.rowsPerSecond)})`);
  const ours: Measured[] = [];
  const ceiling: RunResult[] = [];
  const batches: number[] = [];
  for (let round = 1; round <= stage.rounds; round += 1) {
    const before = await runCounts(gateway.baseUrl, 'heavy');
    const mine = plain(await measure(gateway.pid, stage.warmSeconds, () => generator.ask({ kind: 'http-closed', port: gateway.ports.http, request, ...bounds })));
    batches.push(meanBatch(before, await runCounts(gateway.baseUrl, 'heavy')));
    insistClean(mine, 'gateway');
    const runs = await bare.ask({ kind: 'throughput', threads, batchSizes: [best.bestBatch], seconds, ...model });
    ours.push(mine);
    ceiling.push(runs);
    stage.progress.note(`round ${round}: gateway ${rateText(mine.rate)}, bare runs ${rateText(runs.rowsPerSecond)}`);
  }
  const ratios = pairedRatios(ours.map((side) => side.rate), ceiling.map((side) => side.rowsPerSecond));
  const middle = ours[ours.length >> 1];
  return {
    checks: [{ name: 'share of the ceiling', value: median(ratios), side: 'at least', bound: SHARE_MIN, unit: '' }],
    measured: `${rateText(median(ours.map((side) => side.rate)))}, batch ${formatNumber(median(batches))}${middle === undefined ? '' : `, ${latencyText(middle.latency)}`}`,
    beside: `${rateText(median(ceiling.map((side) => side.rowsPerSecond)))} at batch ${best.bestBatch}`,
    details: { threads, ratio: spread(ratios), meanBatch: batches, byBatch: best.byBatch, rounds: ours.map((side, index) => ({ gateway: side, runs: ceiling[index]?.rowsPerSecond })) },
  };
}

export const computeScenario: Scenario = {
  name: 'compute',
  title: 'compute-bound model, binary, 32 connections',
  ceiling: 'bare runs at the best batch size, same threads',
  target: `at least ${SHARE_MIN} of it`,
  run,
};
