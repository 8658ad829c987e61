import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Engine, EngineOptions, Exchange, Handler } from '../../src/http/engine.js';
import { Outbox } from '../../src/serving/outbox.js';
import { drivers, raw } from '../support/http.js';
import { later } from '../support/later.js';

const open: Engine[] = [];

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
});

describe.each(drivers)('HTTP engine $name', (driver) => {
  const faults: unknown[] = [];
  const options: EngineOptions = {
    host: '127.0.0.1', port: 0, shared: false, headersTimeoutMs: 5000, requestTimeoutMs: 5000, keepAliveTimeoutMs: 5000, headerBytesMax: 16384, outbox: new Outbox(),
    fault: (thrown) => faults.push(thrown),
  };

  async function start(handler: Handler, more: Partial<EngineOptions> = {}): Promise<Engine & { url: string }> {
    const engine = await driver.listen({ ...options, ...more }, handler);
    open.push(engine);
    return Object.assign(engine, { url: `http://127.0.0.1:${engine.port}` });
  }

  function collect(exchange: Exchange, done: (body: Buffer) => void): void {
    const parts: Buffer[] = [];
    exchange.receive({
      chunk: (bytes, last) => {
        parts.push(Buffer.from(bytes));
        if (last) done(Buffer.concat(parts));
      },
      aborted: () => undefined,
    });
  }

  it('hands over method, raw path without query, headers and body', async () => {
    const engine = await start((exchange) => {
      const seen = [exchange.method, exchange.path, exchange.header('x-one'), exchange.header('x-none')];
      collect(exchange, (body) => exchange.respond(201, ['X-Two', '2'], JSON.stringify([...seen, body.toString()]), false));
    });
    const response = await fetch(`${engine.url}/a%2Fb?c=d`, { method: 'PUT', body: 'hello', headers: { 'X-One': '1' } });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-two')).toBe('2');
    expect(await response.json()).toEqual(['put', '/a%2Fb', '1', '', 'hello']);
    expect(engine.open).toBe(0);
  });

  it('answers after a wake, with bytes of shared memory, small and large', async () => {
    const large = new Uint8Array(new SharedArrayBuffer(3_000_000)).fill(65);
    const engine = await start((exchange) => {
      const size = Number(exchange.path.slice(1));
      collect(exchange, () => setImmediate(() => exchange.respond(200, ['Content-Type', 'text/plain'], large.subarray(0, size), false)));
    });
    for (const size of [0, 5, 300_000, 3_000_000]) {
      const text = await (await fetch(`${engine.url}/${size}`)).text();
      expect(text.length).toBe(size);
      expect(text.replaceAll('A', '')).toBe('');
    }
  });

  it('takes large bodies in order, in chunked form too, and can pause', async () => {
    const engine = await start((exchange) => {
      let sum = 0;
      exchange.receive({
        chunk: (bytes, last) => {
          for (const byte of bytes) sum = (sum * 31 + byte) % 1_000_003;
          if (last) return exchange.respond(200, [], String(sum), false);
          exchange.pause();
          setImmediate(() => exchange.resume());
        },
        aborted: () => undefined,
      });
    });
    const body = Uint8Array.from({ length: 2_000_000 }, (_, i) => i % 251);
    let sum = 0;
    for (const byte of body) sum = (sum * 31 + byte) % 1_000_003;
    expect(await (await fetch(engine.url, { method: 'POST', body })).text()).toBe(String(sum));
    const stream = new Blob([body]).stream();
    expect(await (await fetch(engine.url, { method: 'POST', body: stream, duplex: 'half' })).text()).toBe(String(sum));
  });

  /** Asks for more than all buffers of the system take, and reads nothing until `rest`, which resolves with the bytes that still came. */
  async function deaf(port: number): Promise<{ rest(): Promise<number> }> {
    const socket = connect(port, '127.0.0.1').pause().on('error', () => undefined);
    later(() => socket.destroy());
    await new Promise<void>((resolve) => socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n', () => resolve()));
    return {
      rest: () =>
        new Promise((resolve) => {
          let bytes = 0;
          socket.on('data', (chunk) => (bytes += chunk.length)).once('close', () => resolve(bytes)).resume();
        }),
    };
  }

  it.each(['bytes', 'text', 'shared bytes'] as const)('cuts an answer off that its client does not read: %s, by time', async (kind) => {
    const outbox = new Outbox({ bytesMax: 2 ** 30, timeoutMs: 1000 });
    const large = 24 * 1024 * 1024;
    const body = kind === 'text' ? 'x'.repeat(large) : new Uint8Array(kind === 'bytes' ? new ArrayBuffer(large) : new SharedArrayBuffer(large));
    const engine = await start((exchange) => collect(exchange, () => exchange.respond(200, [], exchange.path === '/large' ? body : 'small', false)), { outbox });
    const client = await deaf(engine.port);
    await expect.poll(() => outbox.bytes).toBe(large);
    outbox.sweep();
    expect(outbox.cuts).toBe(0);
    // 1 s, and 192 s more for so many bytes.
    for (let i = 0; i < 193; i++) outbox.sweep();
    expect(await client.rest()).toBeLessThan(large);
    expect([outbox.bytes, outbox.cuts, engine.open]).toEqual([0, 1, 0]);
    expect(await (await fetch(engine.url)).text()).toBe('small');
  });

  it('bounds what clients leave unread: the oldest goes for the newest, and one that reads has all of it', async () => {
    const large = 24 * 1024 * 1024;
    const outbox = new Outbox({ bytesMax: 2 * large, timeoutMs: 1000 });
    const engine = await start((exchange) => collect(exchange, () => exchange.respond(200, [], new Uint8Array(large), false)), { outbox });
    const first = await deaf(engine.port);
    await expect.poll(() => outbox.bytes).toBe(large);
    const second = await deaf(engine.port);
    await expect.poll(() => outbox.bytes).toBe(2 * large);
    await deaf(engine.port);
    await expect.poll(() => outbox.cuts).toBe(1);
    expect(outbox.bytes).toBe(2 * large);
    expect(await first.rest()).toBeLessThan(large);
    const read = await (await fetch(`${engine.url}/large`)).arrayBuffer();
    expect([read.byteLength, outbox.cuts]).toEqual([large, 2]);
    expect(await second.rest()).toBeLessThan(large);
    await expect.poll(() => outbox.bytes).toBe(large);
  });

  it('forgets all requests of a connection that went, those in line behind the first one too', async () => {
    const large = 24 * 1024 * 1024;
    const outbox = new Outbox();
    const engine = await start((exchange) => collect(exchange, () => exchange.respond(200, [], new Uint8Array(large), false)), { outbox });
    const socket = connect(engine.port, '127.0.0.1').pause().on('error', () => undefined);
    socket.write(`${'GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3)}POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf`);
    // One driver takes them all; the other closes on a second one that comes too early.
    if (driver.name === 'node') await expect.poll(() => [outbox.bytes, engine.open]).toEqual([3 * large, 1]);
    socket.destroy();
    await expect.poll(() => [outbox.bytes, engine.open]).toEqual([0, 0]);
  });

  it('answers HEAD without a body', async () => {
    const engine = await start((exchange) => collect(exchange, () => exchange.respond(200, ['Content-Type', 'text/plain'], 'hello', false)));
    const response = await fetch(engine.url, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('5');
    expect(await response.text()).toBe('');
  });

  it('tells an abort once, whether the client closes or half closes', async () => {
    for (const leave of ['destroy', 'end'] as const) {
      let exchange: Exchange | null = null;
      const aborted = new Promise<void>((resolve, reject) => {
        void start((begun) => {
          exchange = begun;
          begun.receive({ chunk: () => void socket.then((s) => s[leave]()), aborted: resolve });
        }).then((engine) => {
          port(engine.port);
        }, reject);
      });
      let port: (n: number) => void = () => undefined;
      const socket = new Promise<ReturnType<typeof connect>>((resolve) => {
        port = (n) => {
          const s = connect(n, '127.0.0.1', () => s.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab'));
          s.on('error', () => undefined);
          resolve(s);
        };
      });
      await aborted;
      // A late answer is nobody's business any more.
      (exchange as Exchange | null)?.respond(200, [], 'late', false);
      expect(open.at(-1)?.open).toBe(0);
    }
  });

  it('answers 500 and reports when a handler or a receiver throws, and lives on', async () => {
    const engine = await start((exchange) => {
      if (exchange.path === '/handler') throw new TypeError('planted');
      if (exchange.path === '/receiver') exchange.receive({ chunk: () => { throw new TypeError('planted'); }, aborted: () => undefined });
      else collect(exchange, () => exchange.respond(200, [], 'ok', false));
    });
    faults.length = 0;
    for (const path of ['/handler', '/receiver']) expect((await fetch(engine.url + path)).status).toBe(500);
    expect(faults).toHaveLength(2);
    expect(await (await fetch(engine.url)).text()).toBe('ok');
  });

  it('closes the connection when asked to', async () => {
    const engine = await start((exchange) => exchange.respond(413, [], 'no', true));
    const text = await raw(engine.port, ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\nab']);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text.toLowerCase()).toContain('connection: close');
  });

  it('refuses a port that is taken', async () => {
    const engine = await start(() => undefined);
    await expect(driver.listen({ ...options, port: engine.port }, () => undefined)).rejects.toThrow(/cannot listen/);
  });

  it('shares a port where it says so', async () => {
    if (!driver.canShare) return expect(driver.name).toBe('node');
    const first = await start((exchange) => exchange.respond(200, [], '1', true), { shared: true });
    const second = await start((exchange) => exchange.respond(200, [], '2', true), { shared: true, port: first.port });
    expect(second.port).toBe(first.port);
  });

  it('drains: no new connections, open requests answered and their connections closed', async () => {
    let release: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      release = resolve;
    });
    let exchange: Exchange | null = null;
    const engine = await start((next) => {
      exchange = next;
      collect(next, release);
    });
    const answer = fetch(engine.url);
    await begun;
    engine.drain();
    await expect(fetch(engine.url)).rejects.toThrow();
    expect(engine.open).toBe(1);
    (exchange as Exchange | null)?.respond(200, [], 'done', false);
    const response = await answer;
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.text()).toBe('done');
    await engine.close();
  });

  it('aborts what is open when it is closed', async () => {
    let aborted = 0;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const engine = await start((exchange) => exchange.receive({ chunk: () => begin(), aborted: () => aborted++ }));
    const answer = fetch(engine.url).catch(() => 'failed');
    await begun;
    await engine.close();
    expect(await answer).toBe('failed');
    expect([aborted, engine.open]).toEqual([1, 0]);
  });
});
