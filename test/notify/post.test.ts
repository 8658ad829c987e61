import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { networkReason, post } from '../../src/notify/post.js';
import { later } from '../support/later.js';
import { until } from '../support/until.js';

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const signal = (): AbortSignal => new AbortController().signal;

describe('a try', () => {
  it('posts the body and answers with the status, however long the answer is', async () => {
    const got: string[] = [];
    const url = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => got.push(String(chunk)));
      request.on('end', () => {
        got.push(`${request.method} ${request.headers['content-type']}`);
        response.writeHead(503, { 'retry-after': '7' });
        response.write('an answer without an end');
      });
    });
    expect(await post(url, { 'content-type': 'a/b' }, 'böddy', signal())).toEqual({ status: 503, retryAfter: '7' });
    expect(got).toEqual(['böddy', 'POST a/b']);
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const url = await serve((_, response) => {
      visits += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await post(url, {}, '', signal())).status).toBe(307);
    expect(visits).toBe(1);
  });

  it('ends when it is told to, and says why there was no answer', async () => {
    let visits = 0;
    const url = await serve(() => void (visits += 1));
    const abort = new AbortController();
    const asked = post(url, {}, '', abort.signal).catch((thrown: unknown) => thrown);
    await until('the request', () => visits === 1);
    abort.abort();
    expect(await asked).toMatchObject({ name: 'AbortError' });
    const refused: unknown = await post('http://127.0.0.1:1', {}, '', signal()).catch((thrown: unknown) => thrown);
    expect(networkReason(refused)).toMatch(/^no answer \((ECONNREFUSED|.*bad port.*)\)$/);
  });
});
