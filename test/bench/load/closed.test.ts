import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { closedLoop } from '../../../bench/load/closed.js';
import { httpLanes } from '../../../bench/load/lanes.js';
import { openLoop } from '../../../bench/load/open.js';
import { httpRequestBytes, jsonPayload } from '../../../bench/payload.js';
import { existsSync } from 'node:fs';
import { builtFile } from '../../../bench/child.js';

const payload = jsonPayload({ model: 'small', input: 'input', shape: [1, 64] });
const request = httpRequestBytes(payload);
const servers: http.Server[] = [];

async function serve(answer: (count: number, res: http.ServerResponse) => void): Promise<{ port: number; bodies: Set<string> }> {
  const bodies = new Set<string>();
  let count = 0;
  const server = http.createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += String(chunk)));
    req.on('end', () => {
      bodies.add(body);
      answer((count += 1), res);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, bodies };
}

function send(res: http.ServerResponse, status: number): void {
  res.writeHead(status, { 'content-length': 2 });
  res.end('{}');
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const job = { kind: 'http-closed', request, connections: 4, warmSeconds: 0, seconds: 20, requestsMax: 200 } as const;

describe('closedLoop', () => {
  it('sends the request as it is, as often as asked, and counts every answer once', async () => {
    const { port, bodies } = await serve((_count, res) => send(res, 200));
    const report = await closedLoop({ ...job, port });
    expect(report).toMatchObject({ sent: 200, ok: 200, refused: 0, failed: 0, statuses: { '200': 200 } });
    expect(report.latency.count).toBe(200);
    expect([...bodies]).toEqual([payload.body.toString()]);
  });

  it('tells refusals, failures and broken connections apart, and goes on after each', async () => {
    const { port } = await serve((count, res) => {
      if (count % 10 === 1) res.destroy();
      else send(res, count % 10 === 2 ? 503 : count % 10 === 3 ? 500 : 200);
    });
    const report = await closedLoop({ ...job, port });
    expect(report.statuses).toEqual({ '200': 140, '503': 20, '500': 20, broken: 20 });
    expect(report).toMatchObject({ ok: 140, refused: 20, failed: 40 });
  });
});

describe.skipIf(!existsSync(builtFile('load/bell.js')))('openLoop', () => {
  it('sends every arrival, waits for the last answer, and counts from the intended arrival', async () => {
    const held: http.ServerResponse[] = [];
    // The first answers are held back until all connections wait: later arrivals then have no free connection, and
    // the time they stand in line must show in their latency.
    const { port } = await serve((count, res) => {
      if (count > 2) return send(res, 200);
      held.push(res);
      if (held.length === 2) setTimeout(() => held.forEach((each) => send(each, 200)), 300);
    });
    const open = { ...job, kind: 'http-open', port, connections: 2, seconds: 0.2, ratePerSecond: 100, pattern: 'constant', seed: 1 } as const;
    const report = await openLoop(open, httpLanes(open));
    expect(report).toMatchObject({ sent: 20, ok: 20, failed: 0 });
    expect(report.latency.count).toBe(20);
    expect(report.lag.maxUs).toBeGreaterThan(100_000);
    expect(report.latency.maxUs).toBeGreaterThanOrEqual(report.lag.maxUs);
  });
});
