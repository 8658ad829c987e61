import { Metadata } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { Inbox, SERVICE, World, decode, encode, floats, type Plain } from './world.js';

const PATH = `/${SERVICE}/ModelStreamInfer`;
let front: FakeFront;
let world: World;

beforeEach(async () => {
  front = new FakeFront().model('echo', echoSignature(['x', 'FP32'])).model('held', echoSignature(['x', 'FP32']));
  front.hold('held');
  world = await World.start(front, {}, { streamRequestsMax: 4 });
});
afterEach(async () => {
  await world.stop();
  expect(front.opened - front.closed).toBe(0);
});

const request = (id: string, more: Plain = {}): Buffer =>
  encode('inference.ModelInferRequest', { model_name: 'echo', id, inputs: [{ name: 'x', datatype: 'FP32', shape: [1] }], raw_input_contents: [floats(1)], ...more });
const read = (message: Buffer) => decode('inference.ModelStreamInferResponse', message);

describe('ModelStreamInfer', () => {
  it('answers in the order of the requests, whatever order they end in', async () => {
    const call = world.stream(PATH);
    const inbox = new Inbox(call);
    call.write(request('0', { model_name: 'held' }));
    call.write(request('1'));
    call.write(request('2', { model_name: 'held' }));
    await front.until(() => front.held.length === 2 && front.opened === 3);
    const [first, second] = front.held;
    second!.settle();
    expect(inbox.count).toBe(0);
    first!.settle();
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push(read(await inbox.next())['infer_response'].id);
    expect(ids).toEqual(['0', '1', '2']);
    call.end();
    expect((await inbox.ended).code).toBe(0);
  });

  it('goes on after a fault, which it answers in-band with the id', async () => {
    const call = world.stream(PATH);
    const inbox = new Inbox(call);
    call.write(request('a', { model_name: 'no' }));
    call.write(Buffer.from([0x0a, 99]));
    call.write(request('b'));
    expect(read(await inbox.next())).toMatchObject({ error_message: "Request for unknown model: 'no' is not found", infer_response: { id: 'a' } });
    expect(read(await inbox.next())['error_message']).toMatch(/^the message is not readable as ModelInferRequest/);
    expect(read(await inbox.next())).toMatchObject({ error_message: '', infer_response: { id: 'b', model_version: '1' } });
    call.end();
    expect((await inbox.ended).code).toBe(0);
  });

  it('ends with the status where the client asked for it, and gives the rest up', async () => {
    const metadata = new Metadata();
    metadata.set('triton_grpc_error', 'true');
    const call = world.stream(PATH, metadata);
    const inbox = new Inbox(call);
    call.write(request('a', { model_name: 'no' }));
    call.write(request('b', { model_name: 'held' }));
    expect(await inbox.ended).toMatchObject({ code: 5, details: "Request for unknown model: 'no' is not found" });
    await front.until(() => front.opened === front.closed);
  });

  it('marks final responses for those who ask', async () => {
    const call = world.stream(PATH);
    const inbox = new Inbox(call);
    call.write(request('a', { parameters: { triton_enable_empty_final_response: { bool_param: true } } }));
    call.write(request('b'));
    expect(read(await inbox.next())['infer_response'].parameters).toMatchObject({ triton_final_response: { bool_param: true } });
    expect(read(await inbox.next())['infer_response'].parameters).toEqual({});
    call.end();
    await inbox.ended;
  });

  it('reads no further than its bound, and on when answers leave', async () => {
    const call = world.stream(PATH);
    const inbox = new Inbox(call);
    for (let i = 0; i < 12; i++) call.write(request(String(i), { model_name: 'held' }));
    call.end();
    await front.until(() => front.held.length === 4);
    // A unary call behind the stream's messages: once it is answered, they have long arrived.
    await world.bytes(`/${SERVICE}/ModelInfer`, request('x'));
    expect(front.held.length).toBe(4);
    for (let i = 0; i < 12; i++) {
      await front.until(() => front.held.length > 0);
      front.held.shift()!.settle();
      expect(read(await inbox.next())['infer_response'].id).toBe(String(i));
    }
    expect((await inbox.ended).code).toBe(0);
  });

  it('gives everything up when the client leaves', async () => {
    const call = world.stream(PATH);
    const inbox = new Inbox(call);
    for (let i = 0; i < 3; i++) call.write(request(String(i), { model_name: 'held' }));
    await front.until(() => front.held.length === 3);
    front.held[1]!.settle();
    call.cancel();
    expect((await inbox.ended).code).toBe(1);
    await front.until(() => front.opened === front.closed);
  });
});
