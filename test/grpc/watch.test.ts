import { EventEmitter } from 'node:events';
import { connect } from 'node:http2';
import { status as GRPC, type ServerWritableStream } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { written } from '../../src/grpc/messages.js';
import { ROLLOUT_SERVICE } from '../../src/grpc/rollout.js';
import { viewMessage } from '../../src/grpc/view.js';
import { RolloutWatches } from '../../src/grpc/watch.js';
import type { RolloutMark, RolloutNews } from '../../src/serving/rollout.js';
import { FakeAdmin } from '../support/admin.js';
import { FakeFront } from '../support/grpc-front.js';
import { fullState, quietState } from '../support/rolloutstate.js';
import { until } from '../support/until.js';
import { Inbox, World, decode, encode } from './world.js';

interface Question {
  readonly model: string;
  readonly seen: RolloutMark;
  answer(news: RolloutNews): void;
  refuse(fault: ServingError): void;
}

/** Holds every question for news until the test answers it. */
class AskedAdmin extends FakeAdmin {
  readonly questions: Question[] = [];
  asks = 0;

  override rolloutNews(model: string, seen: RolloutMark): Promise<RolloutNews> {
    this.asks += 1;
    return new Promise((resolve, reject) => this.questions.push({ model, seen, answer: resolve, refuse: reject }));
  }

  question(): Promise<Question> {
    return until('a question', () => this.questions.shift());
  }
}

/** A view of `bytes` or a little more. */
function news(generation: number, bytes = 0): RolloutNews {
  return { generation, digest: `d${generation}`, body: fullState(generation, { reason: 'x'.repeat(bytes) }) };
}

const generationOf = (view: Buffer): number => decode('sluice.v1.RolloutView', view)['generation'];

/** Of the whole messages in a stream of frames. */
function generationsIn(bytes: Buffer): number[] {
  const generations: number[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 5 + bytes.readUInt32BE(at + 1);
    if (end > bytes.length) break;
    generations.push(generationOf(bytes.subarray(at + 5, end)));
    at = end;
  }
  return generations;
}

describe('WatchRollout on a socket', () => {
  let admin: AskedAdmin;
  let world: World;
  beforeEach(async () => {
    admin = new AskedAdmin();
    world = await World.start(new FakeFront(), admin);
  });
  afterEach(() => world.stop());

  const watch = (model = 'm') => world.client.makeServerStreamRequest(`/${ROLLOUT_SERVICE}/WatchRollout`, (b: Buffer) => b, (b: Buffer) => b, encode('sluice.v1.WatchRolloutRequest', { model }));

  it('sends the present view, then each that differs, in order and once', async () => {
    const call = watch();
    const inbox = new Inbox(call);
    const first = await admin.question();
    expect([first.model, first.seen.generation]).toEqual(['m', -1]);
    first.answer(news(4));
    expect(generationOf(await inbox.next())).toBe(4);
    for (const generation of [5, 6]) {
      const { seen, answer } = await admin.question();
      expect(seen).toEqual({ generation: generation - 1, digest: `d${generation - 1}` });
      answer(news(generation));
      expect(generationOf(await inbox.next())).toBe(generation);
    }
    // Nothing new is asked again and not sent.
    (await admin.question()).answer(news(6));
    (await admin.question()).answer({ ...news(6), digest: 'counts' });
    expect(generationOf(await inbox.next())).toBe(6);
    await admin.question();
    expect(inbox.count).toBe(0);
    call.cancel();
    await inbox.ended;
  });

  it('asks one question for all who watch a model, and none once they are gone', async () => {
    const calls = [watch(), watch(), watch('n')];
    const inboxes = calls.map((call) => new Inbox(call));
    const questions = [await admin.question(), await admin.question()];
    expect(questions.map(({ model }) => model).sort()).toEqual(['m', 'n']);
    for (const { answer } of questions) answer(news(1));
    for (const inbox of inboxes) expect(generationOf(await inbox.next())).toBe(1);
    const late = watch();
    const lateInbox = new Inbox(late);
    expect(generationOf(await lateInbox.next())).toBe(1);
    for (const call of [...calls, late]) call.cancel();
    for (const inbox of [...inboxes, lateInbox]) expect((await inbox.ended).code).toBe(GRPC.CANCELLED);
    // Calls of one connection arrive in order: what is answered comes after the cancellations.
    const get = async (): Promise<unknown> => (await world.call('GetRollout', { model: 'm' }, undefined, undefined, ROLLOUT_SERVICE)).error;
    expect(await get()).toBeNull();
    expect(admin.asks).toBe(4);
    for (const { answer } of [await admin.question(), await admin.question()]) answer(news(2));
    expect(await get()).toBeNull();
    expect(admin.asks).toBe(4);
  });

  // The library's own client takes whatever comes before it is read, so that a slow reader is a bare HTTP/2 stream.
  it('gives a slow reader the newest and keeps little for it', async () => {
    const total = 100;
    const session = connect(`http://127.0.0.1:${world.server.port}`);
    const stream = session.request({ ':method': 'POST', ':path': `/${ROLLOUT_SERVICE}/WatchRollout`, 'content-type': 'application/grpc', te: 'trailers' });
    const request = encode('sluice.v1.WatchRolloutRequest', { model: 'm' });
    stream.end(Buffer.concat([Buffer.from([0, 0, 0, 0, request.length]), request]));
    for (let generation = 1; generation <= total; generation++) (await admin.question()).answer(news(generation, 50_000));
    const last = await admin.question();
    let bytes = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => (bytes = Buffer.concat([bytes, chunk])));
    const seen = (): number[] => generationsIn(bytes);
    await until('the newest view', () => seen().at(-1) === total);
    // One was on its way and one behind it; the window of the stream holds another few.
    expect(seen()[0]).toBe(1);
    expect(seen().length).toBeLessThan(10);
    expect(seen()).toEqual([...seen()].sort((a, b) => a - b));
    last.answer(news(total + 1));
    await until('the next view', () => seen().at(-1) === total + 1);
    session.destroy();
  });

  it('ends when the model goes, and begins anew for who comes then', async () => {
    const inbox = new Inbox(watch());
    (await admin.question()).refuse(new ServingError('model_not_found', "Request for unknown model: 'm' is not found"));
    expect(await inbox.ended).toMatchObject({ code: GRPC.NOT_FOUND, details: "Request for unknown model: 'm' is not found" });
    const next = watch();
    const nextInbox = new Inbox(next);
    (await admin.question()).answer({ generation: 0, digest: 'd', body: quietState('m', 0) });
    expect(generationOf(await nextInbox.next())).toBe(0);
    next.cancel();
    await nextInbox.ended;
  });

  it('ends at the drain, and takes nobody after it', async () => {
    const inbox = new Inbox(watch());
    (await admin.question()).answer(news(1));
    await inbox.next();
    world.server.drain();
    expect(await inbox.ended).toMatchObject({ code: GRPC.UNAVAILABLE, details: 'the server is shutting down' });
    expect((await new Inbox(watch()).ended).code).toBe(GRPC.UNAVAILABLE);
  });

  it('refuses what is no request', async () => {
    const call = world.client.makeServerStreamRequest(`/${ROLLOUT_SERVICE}/WatchRollout`, (b: Buffer) => b, (b: Buffer) => b, Buffer.from([0x0a, 0x7f, 1]));
    expect(await new Inbox(call).ended).toMatchObject({ code: GRPC.INVALID_ARGUMENT });
    expect(admin.asks).toBe(0);
  });
});

/** The server's side of a stream: takes a view when it is told to. */
class FakeCall extends EventEmitter {
  readonly request = encode('sluice.v1.WatchRolloutRequest', { model: 'm' });
  readonly views: Buffer[] = [];
  readonly taken: (() => void)[] = [];
  fault: { code: number } | null = null;

  constructor() {
    super();
    this.on('error', (fault: { code: number }) => (this.fault = fault));
  }

  write(view: Buffer, taken: () => void): void {
    this.views.push(view);
    this.taken.push(taken);
  }
}

describe('RolloutWatches', () => {
  const log = { warn: () => undefined };
  const open = (watches: RolloutWatches): FakeCall => {
    const call = new FakeCall();
    watches.watch(call as unknown as ServerWritableStream<Buffer, Buffer>);
    return call;
  };

  it('writes one view at a time and skips to the newest', async () => {
    const admin = new AskedAdmin();
    const call = open(new RolloutWatches(admin, log));
    for (const generation of [1, 2, 3]) (await admin.question()).answer(news(generation));
    await admin.question();
    expect(call.views.map(generationOf)).toEqual([1]);
    call.taken.shift()!();
    expect(call.views.map(generationOf)).toEqual([1, 3]);
    call.taken.shift()!();
    expect(call.views).toHaveLength(2);
    expect(call.views[1]).toEqual(written.rollout(viewMessage(news(3).body)));
  });

  it('bounds how many there are, and counts those that leave', () => {
    const watches = new RolloutWatches(new AskedAdmin(), log);
    const calls = Array.from({ length: 1001 }, () => open(watches));
    expect(watches.open).toBe(1000);
    expect(calls.filter(({ fault }) => fault !== null).map(({ fault }) => fault?.code)).toEqual([GRPC.UNAVAILABLE]);
    calls[0]!.emit('cancelled');
    calls[0]!.emit('cancelled');
    expect(watches.open).toBe(999);
    expect(open(watches).fault).toBeNull();
    watches.drain();
    expect(watches.open).toBe(0);
    expect(calls[1]!.fault?.code).toBe(GRPC.UNAVAILABLE);
  });
});
