import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { Inbox, World, decode, encode } from './world.js';

const HEALTH = 'grpc.health.v1.Health';
let front: FakeFront;
let world: World;
let change: () => void;
let listeners = 0;

beforeEach(async () => {
  front = new FakeFront().model('m', echoSignature(['x', 'FP32']), [1]);
  listeners = 0;
  world = await World.start(front, {}, {
    onChange: (listener) => {
      listeners++;
      change = listener;
      return () => void listeners--;
    },
  });
});
afterEach(async () => {
  await world.stop();
  expect(listeners).toBe(0);
});

const check = async (service: string) => {
  const { reply, error } = await world.call('Check', { service }, undefined, undefined, HEALTH);
  return error === null ? reply['status'] : error.code;
};
const watch = (service: string) =>
  world.client.makeServerStreamRequest(`/${HEALTH}/Watch`, (b: Buffer) => b, (b: Buffer) => b, encode('grpc.health.v1.HealthCheckRequest', { service }));
const status = (message: Buffer) => decode('grpc.health.v1.HealthCheckResponse', message)['status'];

describe('Health', () => {
  it.each([
    ['', 'SERVING'], ['inference.GRPCInferenceService', 'SERVING'], ['m', 'SERVING'], ['m/1', 'SERVING'], ['m/2', 5], ['no', 5], ['no/1', 5],
  ])('checks %j', async (service, expected) => {
    expect(await check(service)).toBe(expected);
  });

  it('follows the server', async () => {
    front.ready = false;
    expect(await check('')).toBe('NOT_SERVING');
    front.notReady.add('m');
    expect(await check('m')).toBe('NOT_SERVING');
  });

  it('tells watchers each change once', async () => {
    const call = watch('m');
    const inbox = new Inbox(call);
    expect(status(await inbox.next())).toBe('SERVING');
    change();
    front.notReady.add('m');
    change();
    expect(status(await inbox.next())).toBe('NOT_SERVING');
    front.remove('m');
    change();
    expect(status(await inbox.next())).toBe('SERVICE_UNKNOWN');
    front.model('m', echoSignature(['x', 'FP32']));
    front.notReady.clear();
    change();
    expect(status(await inbox.next())).toBe('SERVING');
    call.cancel();
    expect((await inbox.ended).code).toBe(1);
    change();
  });

  it('keeps watches of unknown services open', async () => {
    const call = watch('later');
    const inbox = new Inbox(call);
    expect(status(await inbox.next())).toBe('SERVICE_UNKNOWN');
    front.model('later', echoSignature(['x', 'FP32']));
    change();
    expect(status(await inbox.next())).toBe('SERVING');
    call.cancel();
    await inbox.ended;
  });

  it('turns away on drain, and ends the watches on close', async () => {
    const inbox = new Inbox(watch(''));
    expect(status(await inbox.next())).toBe('SERVING');
    world.server.drain();
    expect(status(await inbox.next())).toBe('NOT_SERVING');
    expect(await check('m')).toBe('NOT_SERVING');
    await world.server.close(5000);
    expect((await inbox.ended).code).toBe(14);
  });
});
