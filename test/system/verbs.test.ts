/**
 * Promote, abort and undo under load, over both protocols and on every front end: nothing fails, and whatever is sent after
 * the answer to a verb is answered by the version that the verb named. SLUICE_CYCLES sets another number of rounds and
 * prints how long the old version went on answering.
 */
import { Metadata, type ClientUnaryCall } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { scriptedModel, temporaryFolder } from '../support/folder.js';
import { isReady, spawnScripted, type GatewayProcess } from '../support/gateway.js';
import { later } from '../support/later.js';
import { configOf, rowOf, verbAt, viewAt, type View } from '../support/rollout.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const CYCLES = Number(process.env['SLUICE_CYCLES'] ?? 3);
const PLAN = { steps: [{ weight: 50, minSamples: 1_000_000 }], twin: false, maxDuration: '1h', keepLoaded: '1h' };

interface Era {
  /** Versions that may answer what is sent now. */
  readonly versions: readonly number[];
  /** When the verb that began it was answered; null for one whose verb is still on its way. */
  readonly sinceMs: number | null;
}

interface Load {
  era: Era;
  readonly faults: string[];
  readonly answers: Record<string, number>;
  /** From the answer to a verb until the last answer of the version it took out, by verb. */
  lastMs: number;
  end(): Promise<void>;
}

/** Lanes of each protocol, every HTTP lane on connections of its own so that all front ends have some. */
function load(gateway: GatewayProcess, httpLanes: number, grpcLanes: number): Load {
  let on = true;
  const state: Load = { era: { versions: [1], sinceMs: null }, faults: [], answers: {}, lastMs: 0, end: async () => undefined };
  const note = (protocol: string, sentIn: Era, status: number, version: number, text: string): void => {
    state.answers[`${protocol} ${version}`] = (state.answers[`${protocol} ${version}`] ?? 0) + 1;
    if (status !== 0) state.faults.push(`${protocol} ${status} ${text}`);
    else if (!sentIn.versions.includes(version)) state.faults.push(`${protocol}: version ${version} answered what was sent when only ${sentIn.versions.join(' and ')} might`);
    const { versions, sinceMs } = state.era;
    if (sinceMs !== null && !versions.includes(version)) state.lastMs = Math.max(state.lastMs, performance.now() - sinceMs);
  };
  const overHttp = async (): Promise<void> => {
    const { http } = gateway;
    while (on) {
      const { era } = state;
      const reply = await http.infer('m', rowOf(0)).catch((error: unknown) => ({ status: 1, text: String(error), json: { outputs: [{ data: [0] }] } }));
      note('http', era, reply.status === 200 ? 0 : reply.status, reply.json.outputs?.[0].data[0] ?? 0, reply.text);
    }
  };
  const overGrpc = async (): Promise<void> => {
    const grpc = gateway.grpc();
    while (on) {
      const { era } = state;
      let version = 0;
      const began = (call: ClientUnaryCall): void => void call.on('metadata', (answer: Metadata) => (version = Number(answer.get('sluice-model-version')[0] ?? 0)));
      const { code, details, reply } = await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 1], bytes: floats(0) }], {}, { metadata: new Metadata(), began });
      note('grpc', era, code, version === 0 ? Number(reply['model_version']) : version, details);
    }
  };
  const lanes = Promise.all([...Array.from({ length: httpLanes }, overHttp), ...Array.from({ length: grpcLanes }, overGrpc)]);
  state.end = async () => {
    on = false;
    await lanes;
  };
  later(state.end);
  return state;
}

async function start(frontEnds: number): Promise<{ readonly gateway: GatewayProcess; readonly load: Load; verb(verb: string, after: readonly number[], body?: object): Promise<View>; both(): Promise<unknown>; level(): Promise<number> }> {
  const repository = temporaryFolder();
  for (const version of [1, 2]) scriptedModel(repository, 'm', { add: version }, `${configOf(null)}version_policy { all { } }\n`, version);
  const gateway = spawnScripted(repository, '--front-ends', String(frontEnds));
  expect(await isReady(gateway)).toBe(true);
  expect((await verbAt(gateway.http, 'pin', { version: 1 })).status).toBe(200);
  const running = load(gateway, 4, 2);
  const control = gateway.http;
  return {
    gateway, load: running,
    async verb(verb, after, body) {
      // While the verb is on its way either may answer.
      running.era = { versions: [1, 2], sinceMs: null };
      running.lastMs = 0;
      const reply = await verbAt(control, verb, body);
      running.era = { versions: after, sinceMs: performance.now() };
      expect([verb, reply.status, reply.text]).toEqual([verb, verb === 'start' ? 201 : 200, expect.any(String)]);
      return reply.json;
    },
    both: () => until('a share for both', async () => (await viewAt(control)).rollout.weights.canary === 50),
    /** Resolves when each protocol has answered by the present era. */
    async level() {
      const before = { ...running.answers };
      const [version] = running.era.versions;
      await until(`answers of version ${version}`, () => ['http', 'grpc'].every((protocol) => (running.answers[`${protocol} ${version}`] ?? 0) >= (before[`${protocol} ${version}`] ?? 0) + 8));
      return running.lastMs;
    },
  };
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms of ${sorted.length}`;
}

describe.each([1, 2])('verbs under load, on %d front ends', (frontEnds) => {
  it(`are in force when they are answered, ${CYCLES} times each, without one failed request`, async () => {
    const house = await start(frontEnds);
    const lasts: Record<string, number[]> = { promote: [], undo: [], abort: [] };
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      await house.verb('start', [1, 2], { candidate: 2, plan: PLAN });
      await house.both();
      await house.verb('promote', [2]);
      lasts['promote']!.push(await house.level());
      await house.verb('undo', [1]);
      lasts['undo']!.push(await house.level());
      await house.verb('start', [1, 2], { candidate: 2, plan: PLAN });
      await house.both();
      const { rollout } = await house.verb('abort', [1]);
      lasts['abort']!.push(await house.level());
      expect(rollout.phase).toBe('aborted');
    }
    await house.load.end();
    expect(house.load.faults).toEqual([]);
    expect(Math.min(...['http 1', 'http 2', 'grpc 1', 'grpc 2'].map((key) => house.load.answers[key] ?? 0))).toBeGreaterThan(CYCLES);
    expect(await house.gateway.stop()).toBe(0);
    if (process.env['SLUICE_CYCLES'] !== undefined) for (const [verb, values] of Object.entries(lasts)) process.stdout.write(`${frontEnds} front ends, ${verb}: ${quantiles(values)}\n`);
  }, 30_000 + CYCLES * 5_000);
});
