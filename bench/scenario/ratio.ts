/**
 * Scenarios that read a rate as a share of a ceiling: gateway and ceiling by turns, the same generator, the same bytes,
 * and the median of the ratios of neighbours. Both servers stay up the whole time; the one not measured is idle.
 */
import type { LoadJob } from '../load/job.js';
import { meanBatch, probe, rowInput, runCounts } from '../oip.js';
import {
  binaryPayload, grpcMessage, httpRequestBytes, jsonPayload, type HttpPayload, type RowInput,
} from '../payload.js';
import type { ModelName } from '../repository.js';
import type { Stage } from '../stage.js';
import { median, pairedRatios, spread } from '../statistics.js';
import { formatNumber } from '../table.js';
import { insistClean, latencyText, measure, plain, rateText, type Measured } from './report.js';
import type { Outcome, Scenario } from './scenario.js';

interface Side {
  readonly port: number;
  readonly pid: number;
}

interface RatioPlan {
  readonly model: ModelName;
  readonly seconds: number;
  readonly bound: number;
  /** Both servers of the scenario, and the load for a port. */
  prepare(stage: Stage, gateway: Side & { readonly grpcPort: number; readonly baseUrl: string }): Promise<{
    readonly ours: Side;
    readonly ceiling: Side;
    readonly engine: string;
    load(port: number): LoadJob;
    /** A load that is run once at the end, for comparison; null for none. */
    readonly second: ((port: number) => LoadJob) | null;
  }>;
}

const CONNECTIONS = 64;
const NO_BOUND = Number.MAX_SAFE_INTEGER;

/**
 * A ceiling that left its own core idle was held back by the generator: the ratio of rates then flatters the gateway,
 * and the ratio of CPU times is the one to believe.
 */
const BUSY_CORES_MIN = 0.8;

function limitText(ceiling: readonly Measured[], cpuRatio: number): string {
  const busy = median(ceiling.map((side) => side.serverCores));
  if (busy >= BUSY_CORES_MIN) return '';
  return ` (limited by the generator, its core ${formatNumber(busy)} busy; share by CPU time ${formatNumber(cpuRatio)})`;
}

async function runRatio(stage: Stage, plan: RatioPlan): Promise<Outcome> {
  const { gateway } = await stage.open([{ name: plan.model, instances: 1, queueMax: null }]);
  const { baseUrl, pid, ports } = gateway;
  const prepared = await plan.prepare(stage, { port: ports.http, grpcPort: ports.grpc, pid, baseUrl });
  const generator = stage.generator();
  const run = (side: Side): Promise<Measured & { raw: Awaited<ReturnType<typeof generator.ask>> }> =>
    measure(side.pid, stage.warmSeconds, () => generator.ask(prepared.load(side.port)));
  const ours: Measured[] = [];
  const ceiling: Measured[] = [];
  const batches: number[] = [];
  for (let round = 1; round <= stage.rounds; round += 1) {
    const before = await runCounts(baseUrl, plan.model);
    const mine = plain(await run(prepared.ours));
    batches.push(meanBatch(before, await runCounts(baseUrl, plan.model)));
    insistClean(mine, 'gateway');
    const bare = plain(await run(prepared.ceiling));
    insistClean(bare, 'ceiling');
    ours.push(mine);
    ceiling.push(bare);
    stage.progress.note(`round ${round}: gateway ${rateText(mine.rate)}, ceiling ${rateText(bare.rate)}, ratio ${formatNumber(mine.rate / bare.rate)}`);
  }
  const ratios = pairedRatios(ours.map((side) => side.rate), ceiling.map((side) => side.rate));
  const cpuRatios = pairedRatios(ceiling.map((side) => side.serverCpuUsPerRequest), ours.map((side) => side.serverCpuUsPerRequest));
  const rate = median(ours.map((side) => side.rate));
  const second = prepared.second === null ? null : { ours: plain(await measure(prepared.ours.pid, stage.warmSeconds, () => generator.ask(prepared.second!(prepared.ours.port)))) };
  const middle = ours[ours.length >> 1];
  return {
    checks: [{ name: 'share of the ceiling', value: median(ratios), side: 'at least', bound: plan.bound, unit: '' }],
    measured: `${rateText(rate)}, batch ${formatNumber(median(batches))}${middle === undefined ? '' : `, ${latencyText(middle.latency)}`}`,
    beside: `${rateText(median(ceiling.map((side) => side.rate)))}${limitText(ceiling, median(cpuRatios))}`,
    details: {
      engine: prepared.engine,
      ratio: spread(ratios),
      // The share as it would be if only the server's own CPU time counted: what the ratio tends to with spare cores.
      cpuRatio: spread(cpuRatios),
      meanBatch: batches,
      rounds: ours.map((side, index) => ({ gateway: side, ceiling: ceiling[index] })),
      autocannon: second,
    },
  };
}

function httpPlan(model: ModelName, payloadOf: (row: RowInput) => HttpPayload, connections: number, seconds: number, bound: number): RatioPlan {
  return {
    model,
    seconds,
    bound,
    prepare: async (stage, gateway) => {
      const payload = payloadOf(await rowInput(gateway.baseUrl, model));
      const answer = await probe(gateway.baseUrl, payload);
      const peer = stage.uwsCeiling();
      const bare = await peer.ask({ answer: answer.body, headers: answer.headers, bodyBytesMax: payload.body.length });
      const bounds = { warmSeconds: stage.warmSeconds, seconds: stage.seconds(seconds), requestsMax: NO_BOUND, connections };
      const request = httpRequestBytes(payload);
      return {
        ours: gateway,
        ceiling: { port: bare.port, pid: peer.pid },
        engine: bare.engine,
        load: (port) => ({ kind: 'http-closed', port, request, ...bounds }),
        second: (port) => ({ kind: 'autocannon', port, ...payload, ...bounds }),
      };
    },
  };
}

function grpcPlan(seconds: number, bound: number): RatioPlan {
  return {
    model: 'small',
    seconds,
    bound,
    prepare: async (stage, gateway) => {
      const row = await rowInput(gateway.baseUrl, 'small');
      const answer = await probe(gateway.baseUrl, binaryPayload(row));
      const peer = stage.grpcCeiling();
      // The message of the answer holds the same floats and names; its size differs from the REST answer by bytes.
      const { port } = await peer.ask({ answer: answer.body });
      const message = grpcMessage(row);
      const bounds = { warmSeconds: stage.warmSeconds, seconds: stage.seconds(seconds), requestsMax: NO_BOUND };
      return {
        ours: { port: gateway.grpcPort, pid: gateway.pid },
        ceiling: { port, pid: peer.pid },
        engine: 'grpc-js',
        load: (target) => ({ kind: 'grpc-closed', port: target, message, inFlight: CONNECTIONS, ...bounds }),
        second: null,
      };
    },
  };
}

function ratioScenario(name: string, title: string, ceiling: string, plan: RatioPlan): Scenario {
  return { name, title, ceiling, target: `at least ${plan.bound} of it`, run: (stage) => runRatio(stage, plan) };
}

const UWS = 'bare uWebSockets.js, same body, constant answer';
/** A large body keeps the socket busy by itself; more connections would only add memory. */
const IMAGE_CONNECTIONS = 16;

export const ratioScenarios: readonly Scenario[] = [
  ratioScenario('json', 'small rows, JSON, 64 connections', UWS, httpPlan('small', jsonPayload, CONNECTIONS, 8, 0.35)),
  ratioScenario('binary', 'small rows, binary tensors, 64 connections', UWS, httpPlan('small', binaryPayload, CONNECTIONS, 8, 0.42)),
  ratioScenario('grpc', 'small rows, gRPC unary, 64 in flight', 'bare grpc-js echo', grpcPlan(8, 0.65)),
  ratioScenario('image', 'image rows of 600 KB, binary, 16 connections', UWS, httpPlan('image', binaryPayload, IMAGE_CONNECTIONS, 8, 0.5)),
];
