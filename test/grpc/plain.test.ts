/** Calls that the library answers by itself, at the real listener: what becomes of an answer that nobody waits for. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ServerMetadata } from '../../src/serving/admin.js';
import { Outbox } from '../../src/serving/outbox.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { SERVICE, World, encode } from './world.js';

const worlds: World[] = [];

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

const METADATA: ServerMetadata = { name: 'sluice', version: '1', extensions: [] };

describe('an answer of the control side', () => {
  it('is not held for a client that left before it came', async () => {
    const outbox = new Outbox();
    let answer: (metadata: ServerMetadata) => void = () => undefined;
    let asked = 0;
    let gone = 0;
    const serverMetadata = (): Promise<ServerMetadata> => {
      asked += 1;
      return asked > 1 ? Promise.resolve(METADATA) : new Promise((resolve) => (answer = resolve));
    };
    const world = await World.start(new FakeFront().model('echo', echoSignature(['x', 'FP32'])), { serverMetadata }, { outbox });
    worlds.push(world);
    const call = world.client.makeUnaryRequest(`/${SERVICE}/ServerMetadata`, (bytes: Buffer) => bytes, (bytes: Buffer) => bytes, encode('inference.ServerMetadataRequest', {}), () => (gone += 1));
    await expect.poll(() => asked).toBe(1);
    call.cancel();
    await expect.poll(() => gone).toBe(1);
    // A later call of the same connection is answered only once the server has seen the cancellation.
    expect((await world.call('ServerMetadata', {})).reply['name']).toBe('sluice');
    answer(METADATA);
    expect((await world.call('ServerMetadata', {})).reply['name']).toBe('sluice');
    await expect.poll(() => outbox.bytes).toBe(0);
    expect(outbox.cuts).toBe(0);
  });
});
