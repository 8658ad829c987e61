/** One connection, one request at a time: what the way through sockets, threads and batcher adds to a bare run. */
import { probe, rowInput } from '../oip.js';
import { binaryPayload, httpRequestBytes } from '../payload.js';
import { modelFile } from '../repository.js';
import type { Stage } from '../stage.js';
import { median, spread } from '../statistics.js';
import { distributionOf } from '../histogram.js';
import { formatUs } from '../table.js';
import { insistClean, measure, plain, type Measured } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

const OVER_US_MAX = 120;

async function run(stage: Stage): Promise<Outcome> {
  const { gateway, repository } = await stage.open([{ name: 'small', instances: 1, queueMax: null }]);
  const payload = binaryPayload(await rowInput(gateway.baseUrl, 'small'));
  const answer = await probe(gateway.baseUrl, payload);
  const socket = stage.uwsCeiling();
  const { port } = await socket.ask({ answer: answer.body, headers: answer.headers, bodyBytesMax: payload.body.length });
  const generator = stage.generator();
  const bare = stage.runCeiling();
  const seconds = stage.seconds(4);
  const request = httpRequestBytes(payload);
  const bounds = { warmSeconds: stage.warmSeconds, seconds, requestsMax: Number.MAX_SAFE_INTEGER, connections: 1 };
  const over: number[] = [];
  const rounds: { gateway: Measured; echo: Measured; runP50Us: number; bindingP50Us: number }[] = [];
  for (let round = 1; round <= stage.rounds; round += 1) {
    const mine = plain(await measure(gateway.pid, stage.warmSeconds, () => generator.ask({ kind: 'http-closed', port: gateway.ports.http, request, ...bounds })));
    insistClean(mine, 'gateway');
    const model = { file: modelFile(repository, 'small'), intraThreads: 1, seconds };
    const runP50Us = distributionOf((await bare.ask({ kind: 'latency', api: 'public', ...model })).latency).p50Us;
    const bindingP50Us = distributionOf((await bare.ask({ kind: 'latency', api: 'binding', ...model })).latency).p50Us;
    const echo = plain(await measure(socket.pid, stage.warmSeconds, () => generator.ask({ kind: 'http-closed', port, request, ...bounds })));
    rounds.push({ gateway: mine, echo, runP50Us, bindingP50Us });
    over.push(mine.latency.p50Us - runP50Us);
    stage.progress.note(`round ${round}: gateway ${formatUs(mine.latency.p50Us)}, run ${formatUs(runP50Us)}, bare socket ${formatUs(echo.latency.p50Us)}`);
  }
  const p50 = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  return {
    checks: [{ name: 'p50 over a bare run', value: median(over), side: 'at most', bound: OVER_US_MAX, unit: 'us' }],
    measured: `p50 ${formatUs(p50((round) => round.gateway.latency.p50Us))}, p99 ${formatUs(p50((round) => round.gateway.latency.p99Us))}`,
    beside: `run ${formatUs(p50((round) => round.runP50Us))}, bare socket ${formatUs(p50((round) => round.echo.latency.p50Us))}`,
    details: { overUs: spread(over), rounds },
  };
}

export const singleScenario: Scenario = {
  name: 'single',
  title: 'small rows, binary, one connection',
  ceiling: 'bare session.run of one row',
  target: `p50 at most ${OVER_US_MAX} us over it`,
  run,
};
