/** A rollout's mirror in the whole gateway: what two versions answer is compared, and callers notice nothing of it. */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompareRule } from '../../src/compare/rule.js';
import type { Models } from '../../src/gateway/models.js';
import type { Split } from '../../src/routing/split.js';
import { createPairs, mirrorEvidence, readPairs, type PairsReading } from '../../src/serving/pairs.js';
import { createTallies, readTallies, type MirrorReading } from '../../src/telemetry/arms.js';
import { createKeys } from '../../src/telemetry/keys.js';
import { scriptedModel, temporaryFolder, type Script } from '../support/folder.js';
import { startScripted, type InProcess } from '../support/gateway.js';
import { floats } from '../support/rpc.js';
import { until } from '../support/until.js';

const CRASH = 667;
const BOTH = 'max_batch_size: 8\ndynamic_batching { }\nversion_policy: { all { } }\n';
const RULES: readonly CompareRule[] = [{ kind: 'relative', atMost: 1e-3 }];

interface Mirrored {
  readonly server: InProcess;
  readonly repository: string;
  direct(on: boolean): Promise<void>;
  pairs(): PairsReading;
  counts(): MirrorReading;
  /** Sends over both protocols, in turn, and holds every answer against the stable version. */
  send(count: number, value?: (k: number) => number): Promise<void>;
  /** Resolves when request memory and places are all back. */
  level(): Promise<unknown>;
}

async function start(candidate: Script, mirror: Partial<NonNullable<Split['mirror']>> = {}, ...flags: readonly string[]): Promise<Mirrored> {
  const repository = temporaryFolder();
  scriptedModel(repository, 'm', { add: 1 }, BOTH, 1);
  scriptedModel(repository, 'm', candidate, BOTH, 2);
  const server = await startScripted(repository, ...flags);
  const { board } = (server.gateway as unknown as { readonly models: Models }).models;
  const shared = { pairs: createPairs(1, 1), tallies: createTallies(1, 1), keys: createKeys() };
  const split: Split = {
    rollout: 'r1', segment: 1, candidate: 2, canaryWeight: 0, controlWeight: 0, assign: { kind: 'chance' }, force: [], latencyUs: null,
    mirror: { weight: 10_000, concurrencyMax: 64, noiseWeight: 0, rules: RULES, pairs: shared.pairs, ...mirror }, tallies: shared.tallies, keys: shared.keys,
  };
  const direct = (on: boolean): Promise<void> => board.direct('m', { stable: 1, split: on ? split : null, twin: null });
  await direct(true);
  const grpc = server.grpc();
  const one = async (k: number, value: number): Promise<void> => {
    if (k % 2 === 0) {
      const reply = await server.http.infer('m', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 2], data: [value, k] }] });
      expect([reply.status, reply.json.model_version, reply.json.outputs?.[0].data]).toEqual([200, '1', [value + 1, k + 1]]);
      return;
    }
    const answer = await grpc.infer('m', [{ name: 'x', datatype: 'FP32', shape: [1, 2], bytes: floats(value, k) }]);
    expect([answer.code, answer.reply['model_version']]).toEqual([0, '1']);
    expect((answer.reply['raw_output_contents'] as Uint8Array[]).map((bytes) => [...floatsOf(bytes)])).toEqual([[value + 1, k + 1]]);
  };
  return {
    server, repository, direct,
    pairs: () => readPairs(shared.pairs),
    counts: () => readTallies(shared.tallies).mirror,
    send: async (count, value = () => 7) => void (await Promise.all(Array.from({ length: count }, (_, k) => one(k, value(k))))),
    level: () => until('memory and places back', async () => {
      const now = await server.metrics();
      return now.value('sluice_request_memory_used_bytes') === 0 && now.value('sluice_slots_used') === 0;
    }),
  };
}

function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

const sum = ({ compared, faults, skippedBusy, skippedMemory, skippedOutside }: MirrorReading): number => compared + faults + skippedBusy + skippedMemory + skippedOutside;

describe('a mirror in the gateway', () => {
  it('counts every pair of both protocols, and the noise beside it', async () => {
    const mirrored = await start({ add: 1 }, { noiseWeight: 10_000 });
    await mirrored.send(40);
    await until('40 pairs', () => mirrored.counts().compared === 40);
    const reading = mirrored.pairs();
    expect(mirrorEvidence(reading)).toEqual({ mirror: { pairs: 40, disagreements: 0 }, floor: { pairs: 40, disagreements: 0 }, outputs: { checked: 40, nonFinite: 0 } });
    expect(reading.candidate.rows.outputs[0]).toMatchObject({ identical: 40, measures: { top1: { pairs: 40, mean: 1 } } });
    await mirrored.level();
  });

  it('finds the requests on which the versions differ', async () => {
    // One more or two more is within the rule where the value is large.
    const mirrored = await start({ add: 2 });
    await mirrored.send(30, (k) => (k % 3 === 0 ? 100_000 : 7));
    await until('30 pairs', () => mirrored.counts().compared === 30);
    expect(mirrored.pairs().candidate).toMatchObject({ requests: 30, disagreements: 20 });
    await mirrored.level();
  });

  it('keeps to its bound while the candidate is stuck, and is level again afterwards', async () => {
    const gate = join(temporaryFolder(), 'gate');
    const mirrored = await start({ add: 1, gate }, { concurrencyMax: 4 });
    writeFileSync(gate, '');
    await mirrored.send(60);
    // An answer is written before its request is let go.
    await until('all others skipped', () => mirrored.counts().skippedBusy === 56);
    expect(mirrored.counts().compared).toBe(0);
    rmSync(gate);
    await until('the four', () => mirrored.counts().compared === 4);
    await mirrored.send(4);
    await until('more', () => mirrored.counts().compared === 8);
    await mirrored.level();
  });

  it('outlives a candidate that dies and one that fails', async () => {
    const mirrored = await start({ add: 1, crashOn: CRASH, failOn: 666 });
    await mirrored.send(1, () => CRASH);
    await until('a death counted', () => mirrored.counts().faults === 1);
    await until('the candidate back', async () => (await mirrored.server.http.version('m', 2))?.reason === undefined);
    await mirrored.send(1, () => 666);
    await until('a failure counted', () => mirrored.counts().faults === 2);
    await mirrored.send(20);
    await until('pairs', () => mirrored.counts().compared === 20);
    await mirrored.level();
  });

  it('skips where request memory is short, and callers have all of the rest', async () => {
    const gate = join(temporaryFolder(), 'gate');
    const mirrored = await start({ add: 1, gate }, {}, '--request-memory-bytes', '1MiB', '--max-request-bytes', '512KiB');
    writeFileSync(gate, '');
    const wide = 16 * 1024;
    const data = Array.from({ length: wide }, (_, k) => k % 7);
    for (let k = 0; k < 4; k++) {
      const reply = await mirrored.server.http.infer('m', { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, wide], data }] });
      expect(reply.status).toBe(200);
    }
    // One copy holds an eighth of the memory; there is no room for a second.
    await until('the others skipped', () => mirrored.counts().skippedMemory >= 3);
    expect(mirrored.counts()).toMatchObject({ compared: 0, faults: 0, skippedBusy: 0 });
    rmSync(gate);
    await until('all counted', () => sum(mirrored.counts()) === 4);
    await mirrored.level();
  });

  it('comes and goes under load, and lets its candidate go, without one failed request', async () => {
    const mirrored = await start({ add: 1 }, { noiseWeight: 5_000 });
    let on = true;
    const lanes = Promise.all(Array.from({ length: 4 }, async () => {
      while (on) await mirrored.send(8);
    }));
    for (let round = 0; round < 20; round++) {
      const before = mirrored.counts().compared;
      await mirrored.direct(round % 2 === 1);
      if (round % 2 === 1) await until('pairs under load', () => mirrored.counts().compared > before);
    }
    const second = join(mirrored.repository, 'm', '2');
    const aside = temporaryFolder();
    cpSync(second, aside, { recursive: true });
    rmSync(second, { recursive: true });
    await until('the candidate gone', async () => (await mirrored.server.http.version('m', 2))?.state === 'UNAVAILABLE');
    const without = mirrored.counts().compared;
    await mirrored.send(8);
    expect(mirrored.counts().compared).toBe(without);
    cpSync(aside, second, { recursive: true });
    await until('pairs with the candidate loaded anew', () => mirrored.counts().compared > without);
    on = false;
    await lanes;
    expect(mirrored.counts().faults).toBe(0);
    expect(mirrored.pairs().candidate.disagreements + mirrored.pairs().floor.disagreements).toBe(0);
    await mirrored.level();
  });

  it('is stopped with pairs under way', async () => {
    const gate = join(temporaryFolder(), 'gate');
    const mirrored = await start({ add: 1, gate }, {}, '--drain-timeout-ms', '200');
    writeFileSync(gate, '');
    await mirrored.send(6);
    const stopped = mirrored.server.stop();
    rmSync(gate);
    await stopped;
    expect(existsSync(gate)).toBe(false);
  });
});
