/** Rollouts and labels over gRPC and REST at the real server, with the scripted engine: every method, watches, and bad input. */
import { status as GRPC } from '@grpc/grpc-js';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../support/rest.js';
import { EASY, rolloutHouse, type RolloutHouse } from '../support/rollouthouse.js';
import { Inbox, decode, type GrpcClient, type RpcAnswer } from '../support/rpc.js';
import { until } from '../support/until.js';

const ROLLOUTS = 'sluice.v1.RolloutService';
const LABELS = 'sluice.v1.LabelService';

type Fields = Readonly<Record<string, unknown>>;
type View = RpcAnswer['reply'];

interface Phone {
  readonly client: GrpcClient;
  rollout(method: string, request: Fields): Promise<RpcAnswer>;
  label(method: string, request: Fields): Promise<RpcAnswer>;
  /** Answers the reply of a call that must succeed. */
  ok(method: string, request: Fields): Promise<View>;
  watch(model?: string): Watch;
}

interface Watch {
  readonly inbox: Inbox;
  cancel(): void;
  /** The next view that satisfies. */
  seen(what: string, is: (view: View) => boolean): Promise<View>;
}

function phone(h: RolloutHouse): Phone {
  const client = h.grpc();
  const call = (service: string) => (method: string, request: Fields) => client.call(method, request, { service });
  const rollout = call(ROLLOUTS);
  return {
    client, rollout, label: call(LABELS),
    ok: async (method, request) => {
      const { code, details, reply } = await rollout(method, request);
      expect([method, code, details]).toEqual([method, 0, '']);
      return reply;
    },
    watch: (model = 'm') => {
      const stream = client.answers(ROLLOUTS, 'WatchRollout', { model });
      const inbox = new Inbox(stream);
      return {
        inbox,
        cancel: () => stream.cancel(),
        seen: async (what, is) => {
          for (let views = 0; views < 100; views++) {
            const view = decode('sluice.v1.RolloutView', await inbox.next());
            if (is(view)) return view;
          }
          throw new Error(`never came: ${what}`);
        },
      };
    },
  };
}

async function settled(h: RolloutHouse): Promise<void> {
  await until('a stable version', async () => (await h.view()).stable === 1);
}

async function onDisk(h: RolloutHouse, version: number): Promise<void> {
  await until(`version ${version} in the index`, async () => (await h.http.version('m', version)) !== undefined);
}

const PLAN = JSON.stringify(EASY);

describe('RolloutService', () => {
  it('has all verbs, and says what REST says', async () => {
    const h = await rolloutHouse(null);
    const { ok } = phone(h);
    await settled(h);
    expect(await ok('GetRollout', { model: 'm' })).toMatchObject({ model: 'm', generation: 0, stable: 1, rollout: null });
    expect(await ok('PinVersion', { model: 'm', version: 1, who: 'ann', reason: 'hold still' })).toMatchObject({ pinned: true, stable: 1, generation: 1 });
    expect(await ok('UnpinVersion', { model: 'm', if_generation: 1 })).toMatchObject({ pinned: false });
    await ok('PinVersion', { model: 'm', version: 1 });
    h.publish(2);
    await onDisk(h, 2);
    const begun = await ok('StartRollout', { model: 'm', candidate: 2, who: 'ann', reason: 'a try', plan_json: PLAN });
    expect(begun).toMatchObject({ pinned: false, rollout: { candidate: 2, stable: 1, phase: 'PHASE_PENDING', strategy: 'STRATEGY_CANARY', over: false, steps_percent: [50] } });
    await h.phase('step');
    const paused = await ok('PauseRollout', { model: 'm' });
    expect(paused).toMatchObject({ rollout: { paused: true, phase: 'PHASE_STEP', phase_text: 'step 1 of 1 (50 %)', step: 1, weights: { canary_percent: 50, stable_percent: 50 } } });
    const rest = await h.view();
    expect(JSON.parse(paused['rollout'].plan_json)).toEqual(rest.rollout.plan);
    expect(paused['rollout'].transitions).toEqual(rest.rollout.transitions.map(({ at, ...others }: { at: string }) => ({ ...others, at_ms: Date.parse(at) })));
    expect(paused['rollout'].deadline_ms).toBe(Date.parse(rest.rollout.deadline));
    expect(await ok('ResumeRollout', { model: 'm' })).toMatchObject({ rollout: { paused: false } });
    expect(await ok('PromoteRollout', { model: 'm', who: 'ben', reason: 'looks fine' })).toMatchObject({ stable: 2, kept: [{ version: 1 }], rollout: { phase: 'PHASE_PROMOTED', over: true, reason: 'looks fine' } });
    expect(await h.answers()).toBe(2);
    expect(await ok('UndoRollout', { model: 'm' })).toMatchObject({ stable: 1, rollout: { phase: 'PHASE_UNDONE' } });
    expect(await h.answers()).toBe(1);
    await ok('StartRollout', { model: 'm', candidate: 2, plan_json: PLAN });
    expect(await ok('AbortRollout', { model: 'm', reason: 'smells' })).toMatchObject({
      stable: 1, rejected: [{ version: 2, reason: 'smells' }], history: [{ candidate: 2, phase: 'PHASE_UNDONE' }], rollout: { phase: 'PHASE_ABORTED' },
    });
    expect((await ok('ListRollouts', {}))['rollouts']).toMatchObject([{ model: 'm', rollout: { phase: 'PHASE_ABORTED' } }]);
  });

  it('streams what the judge was shown', async () => {
    const h = await rolloutHouse();
    const { client } = phone(h);
    await settled(h);
    h.publish(2);
    await h.phase('step');
    for (let i = 0; i < 20; i++) await h.answers();
    const read = async (): Promise<{ code: number; lines: string }> => {
      let lines = '';
      const stream = client.answers(ROLLOUTS, 'GetRecording', { model: 'm' });
      stream.on('data', (bytes: Buffer) => (lines += decode('sluice.v1.GetRecordingResponse', bytes)['lines']));
      return { code: (await new Inbox(stream).ended).code, lines };
    };
    const { lines } = await until('a recording', async () => {
      const recording = await read();
      return recording.code === 0 && recording;
    });
    const [first] = lines.split('\n');
    expect(JSON.parse(first!)).toMatchObject({ phase: 'step 1 of 1 (50 %)', evidence: { segments: [{ stage: 0 }] } });
    expect((await h.http.call('/v2/models/m/rollout/recording')).text.startsWith(`${first!}\n`)).toBe(true);
  });
});

describe('WatchRollout', () => {
  it('tells the present view, and then what happens in order', async () => {
    const h = await rolloutHouse();
    await settled(h);
    const { ok, watch } = phone(h);
    const one = watch();
    const present = await one.seen('the present view', () => true);
    expect(present).toMatchObject({ stable: 1, rollout: null });
    h.publish(2);
    const step = await one.seen('the step', (view) => view['rollout']?.phase === 'PHASE_STEP');
    expect(step['rollout'].weights).toMatchObject({ canary_percent: 50 });
    const other = watch();
    expect(await other.seen('the present view', () => true)).toMatchObject({ rollout: { phase: 'PHASE_STEP' } });
    for (let i = 0; i < 20; i++) await h.answers();
    const counted = await one.seen('counts', (view) => Number(view['rollout']?.judgement?.canary_units) > 0);
    expect(JSON.parse(counted['rollout'].evidence_json).segments[0].canary.units).toBe(counted['rollout'].judgement.canary_units);
    await ok('PromoteRollout', { model: 'm', who: 'ben' });
    for (const each of [one, other]) {
      const last = await each.seen('the end', (view) => view['rollout']?.over);
      expect(last).toMatchObject({ stable: 2, rollout: { phase: 'PHASE_PROMOTED' } });
      expect(last['rollout'].transitions.map(({ to }: { to: string }) => to)).toEqual(['pending', 'step 1 of 1 (50 %)', 'promoted']);
      expect(last['generation']).toBeGreaterThan(step['generation']);
      each.cancel();
      expect((await each.inbox.ended).code).toBe(GRPC.CANCELLED);
    }
  });

  it('ends when the server drains, which it does not hold up', async () => {
    const h = await rolloutHouse(EASY, undefined, ['--drain-timeout-ms', '600000']);
    await settled(h);
    const { watch } = phone(h);
    const one = watch();
    await one.seen('the present view', () => true);
    const generation = await until('a decision that is kept', async () => (await h.view()).generation as number || null);
    const poll = h.http.call('/v2/models/m/rollout', { headers: { 'if-none-match': `"${generation}"`, prefer: 'wait=30' } });
    // The wait goes out on a connection that is open; by the time another one is answered it is there.
    await h.view();
    await h.stop();
    // The socket closes behind the last call, and the library's client may see that first; the text is the room's test.
    expect((await one.inbox.ended).code).toBe(GRPC.UNAVAILABLE);
    expect((await poll).status).toBe(304);
  });

  it('ends when the model goes', async () => {
    const h = await rolloutHouse(null);
    const one = phone(h).watch();
    await one.seen('the present view', () => true);
    rmSync(join(h.repository, 'm'), { recursive: true });
    expect(await one.inbox.ended).toMatchObject({ code: GRPC.NOT_FOUND });
  });
});

describe('waiting over REST', () => {
  it('ends with the change', async () => {
    const h = await rolloutHouse();
    await settled(h);
    h.publish(2);
    await h.phase('step');
    const { generation } = await h.view();
    const wait = h.http.call('/v2/models/m/rollout', { headers: { 'if-none-match': `"${generation}"`, prefer: 'wait=30' } });
    expect((await h.verb('pause', { reason: 'tea' })).status).toBe(200);
    const news = await wait;
    expect([news.status, news.headers['preference-applied'], news.json.rollout.paused]).toEqual([200, 'wait=30', true]);
    expect(news.headers['etag']).toBe(`"${news.json.generation}"`);
    const still = await h.http.call('/v2/models/m/rollout', { headers: { 'if-none-match': news.headers['etag']!, prefer: 'wait=1' } });
    expect([still.status, still.text, still.headers['etag']]).toEqual([304, '', news.headers['etag']]);
  });
});

describe('LabelService', () => {
  it('lists, moves on a condition, and deletes', async () => {
    const h = await rolloutHouse(null);
    const { label } = phone(h);
    await settled(h);
    expect((await label('ListLabels', { model: 'm' })).reply).toEqual({ labels: { stable: 1 } });
    expect((await label('SetLabel', { model: 'm', label: 'blue', version: 1 })).reply).toEqual({ model: 'm', label: 'blue', version: 1 });
    expect(await label('SetLabel', { model: 'm', label: 'blue', version: 1, if_version: 3 })).toMatchObject({ code: GRPC.FAILED_PRECONDITION, details: "label 'blue' of model 'm' points at version 1, not at version 3; read it again" });
    const read = await h.http.call('/v2/models/m/labels/blue');
    expect(read.headers['etag']).toBe('"1"');
    const late = await h.http.call('/v2/models/m/labels/blue', { method: 'PUT', body: { version: 1 }, headers: { 'if-match': '"2"' } });
    expect(late.status).toBe(412);
    expect((await label('DeleteLabel', { model: 'm', label: 'blue', if_version: 1 })).code).toBe(0);
    expect((await label('ListLabels', { model: 'm' })).reply).toEqual({ labels: { stable: 1 } });
    expect((await label('DeleteLabel', { model: 'm', label: 'blue' })).code).toBe(GRPC.NOT_FOUND);
    expect((await label('SetLabel', { model: 'm', label: 'blue', version: 9 })).code).toBe(GRPC.NOT_FOUND);
    expect((await label('SetLabel', { model: 'm', label: '-', version: 1 })).code).toBe(GRPC.INVALID_ARGUMENT);
  });
});

describe('bad input', () => {
  interface Case {
    readonly what: string;
    readonly method: string;
    readonly request: Fields;
    readonly verb: string;
    readonly body: Fields;
    readonly ifMatch?: string;
    readonly status: number;
    readonly code: number;
    readonly text: RegExp;
    /** Paths of the faults, where they are told one by one. */
    readonly faults?: readonly string[];
  }

  const wrong = { steps: [{ weight: 20 }, { weight: 10 }, { weight: 60 }], analysis: { metrics: { speed: {} } } };
  const cases: readonly Case[] = [
    { what: 'a stale generation', method: 'PauseRollout', request: { if_generation: 99 }, verb: 'pause', body: {}, ifMatch: '"99"', status: 412, code: GRPC.FAILED_PRECONDITION, text: /is at generation \d+, not 99; read it again/ },
    { what: 'a contradiction', method: 'ResumeRollout', request: {}, verb: 'resume', body: {}, status: 409, code: GRPC.ABORTED, text: /^rollout '2-[0-9a-f]+' is not paused/ },
    { what: 'a version that is not there', method: 'StartRollout', request: { candidate: 9 }, verb: 'start', body: { candidate: 9 }, status: 404, code: GRPC.NOT_FOUND, text: /has no version 9/ },
    { what: 'a pin of nothing', method: 'PinVersion', request: { version: 9 }, verb: 'pin', body: { version: 9 }, status: 404, code: GRPC.NOT_FOUND, text: /has no version 9/ },
    { what: 'no candidate', method: 'StartRollout', request: {}, verb: 'start', body: {}, status: 400, code: GRPC.INVALID_ARGUMENT, text: /'candidate'/, faults: ['candidate'] },
    {
      what: 'a plan that contradicts itself', method: 'StartRollout', request: { candidate: 2, plan_json: JSON.stringify(wrong) }, verb: 'start', body: { candidate: 2, plan: wrong }, status: 400, code: GRPC.INVALID_ARGUMENT,
      text: /^the plan cannot work:\n {2}steps\[1\]\.weight: weights rise from step to step\n/, faults: ['steps[1].weight', 'steps[2].weight', 'analysis.metrics.speed'],
    },
    {
      what: 'a plan of wrong types', method: 'StartRollout', request: { candidate: 2, plan_json: '{"steps":7,"maxDuration":"soon","x":1}' }, verb: 'start', body: { candidate: 2, plan: { steps: 7, maxDuration: 'soon', x: 1 } }, status: 400, code: GRPC.INVALID_ARGUMENT,
      text: /steps: .*\n.*maxDuration: expected a duration/, faults: ['steps', 'maxDuration', ''],
    },
  ];

  it('is refused alike over both protocols, and changes nothing', async () => {
    const h = await rolloutHouse();
    await settled(h);
    h.publish(2);
    await h.phase('step');
    const { rollout } = phone(h);
    for (const { what, method, request, verb, body, ifMatch, status, code, text, faults } of cases) {
      const rest: Reply = await h.verb(verb, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });
      expect([what, rest.status, rest.json.error]).toEqual([what, status, expect.stringMatching(text)]);
      const rpc = await rollout(method, { model: 'm', ...request });
      expect([what, rpc.code, rpc.details]).toEqual([what, code, expect.stringMatching(text)]);
      expect([what, rest.json.faults?.map(({ path }: { path: string }) => path)]).toEqual([what, faults]);
      expect([what, rpc.violations.map(({ field }) => field as string)]).toEqual([what, faults ?? []]);
    }
    expect((await h.view()).rollout).toMatchObject({ candidate: 2, phase: 'step', paused: false });
  });

  it('of an unknown model is the same everywhere', async () => {
    const h = await rolloutHouse(null);
    const { client, rollout, label } = phone(h);
    const unknown = { code: GRPC.NOT_FOUND, details: expect.stringContaining("unknown model: 'no'") as string };
    for (const method of ['GetRollout', 'PromoteRollout', 'AbortRollout', 'PauseRollout', 'ResumeRollout', 'UndoRollout', 'UnpinVersion']) expect(await rollout(method, { model: 'no' })).toMatchObject(unknown);
    expect(await rollout('StartRollout', { model: 'no', candidate: 1 })).toMatchObject(unknown);
    expect(await rollout('PinVersion', { model: 'no', version: 1 })).toMatchObject(unknown);
    expect(await label('ListLabels', { model: 'no' })).toMatchObject(unknown);
    expect(await label('SetLabel', { model: 'no', label: 'x', version: 1 })).toMatchObject(unknown);
    for (const method of ['WatchRollout', 'GetRecording']) expect(await new Inbox(client.answers(ROLLOUTS, method, { model: 'no' })).ended).toMatchObject(unknown);
    expect(await new Inbox(client.answers(ROLLOUTS, 'GetRecording', { model: 'm' })).ended).toMatchObject({ code: GRPC.NOT_FOUND, details: "model 'm' has had no rollout" });
    for (const path of ['', '/recording']) expect((await h.http.call(`/v2/models/no/rollout${path}`)).status).toBe(404);
    expect((await h.http.call('/v2/models/no/rollout', { headers: { 'if-none-match': '"0"', prefer: 'wait=30' } })).status).toBe(404);
  });
});
