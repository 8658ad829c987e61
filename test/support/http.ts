/** The whole REST room on a loopback port, over a fake data plane and a fake control side. */
import { connect } from 'node:net';
import { afterEach } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { Driver } from '../../src/http/engine.js';
import { nodeDriver } from '../../src/http/node.js';
import { createHttp, type Http, type HttpOptions } from '../../src/http/server.js';
import { loadUws } from '../../src/http/uws.js';
import { Intake } from '../../src/serving/intake.js';
import { Outbox } from '../../src/serving/outbox.js';
import { FakeAdmin } from './admin.js';
import { FakeFront, type FakeModel } from './front.js';

const uws = loadUws();

/** uWebSockets.js where one of its binaries loads, and node:http always. */
export const drivers: readonly Driver[] = typeof uws === 'string' ? [nodeDriver] : [uws, nodeDriver];

export interface Rest {
  readonly http: Http;
  readonly front: FakeFront;
  readonly admin: FakeAdmin;
  readonly clock: ManualClock;
  readonly faults: unknown[];
  readonly intake: Intake;
  readonly url: string;
  /** One sweep of the room, as a second passing. */
  sweep(): void;
  post(path: string, body?: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
}

const open: Http[] = [];

afterEach(async () => {
  for (const http of open.splice(0)) await http.close();
});

export async function rest(driver: Driver, models: readonly FakeModel[], more: Partial<HttpOptions> = {}): Promise<Rest> {
  const front = new FakeFront(...models);
  const admin = new FakeAdmin();
  const clock = new ManualClock(1_000_000);
  const faults: unknown[] = [];
  const intake = more.intake ?? new Intake();
  let sweep = (): void => undefined;
  const every = (_periodMs: number, run: () => void): (() => void) => ((sweep = run), () => undefined);
  const http = await createHttp({
    driver, host: '127.0.0.1', port: 0, shared: false, front, admin, clock, every, intake, outbox: new Outbox(), fault: (thrown) => faults.push(thrown), ...more,
  });
  open.push(http);
  const url = `http://127.0.0.1:${http.port}`;
  return {
    http, front, admin, clock, faults, intake, url,
    sweep: () => sweep(),
    post: (path, body = '', headers = {}) => fetch(url + path, { method: 'POST', body: body as string, headers }),
  };
}

export function json(value: unknown): string {
  return JSON.stringify(value);
}

/** JSON head and raw tensors as one body. */
export function joined(head: unknown, ...parts: readonly Uint8Array[]): { body: Uint8Array; headers: Record<string, string> } {
  const text = Buffer.from(json(head));
  return {
    body: Buffer.concat([text, ...parts]),
    headers: { 'Inference-Header-Content-Length': String(text.length), 'Content-Type': 'application/octet-stream' },
  };
}

export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Sends raw text and resolves with all that came back once the server closes or `enough` matches. */
export function raw(port: number, parts: readonly (string | Uint8Array)[], enough: RegExp | null = null): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.setNoDelay(true);
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      if (enough !== null && enough.test(text)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}
