/** Somebody who takes webhooks: refuses, hangs or takes them as told, and checks each signature with what came over the wire. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { later } from './later.js';
import type { Reply } from './rest.js';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly event: Reply['json'];
  /** null without a signature. */
  readonly isGenuine: boolean | null;
}

export class Receiver {
  readonly taken: Received[] = [];
  /** Requests that came, whatever became of them. */
  visits = 0;
  url = '';

  /** @param answer a status, or null to leave the caller waiting */
  constructor(private readonly secret: string, public answer: (visit: number, path: string) => number | null) {}

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const status = this.answer((this.visits += 1), request.url ?? '');
        if (status === null) return;
        if (status === 200) this.take(request.headers, Buffer.concat(chunks));
        response.writeHead(status).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    later(() => {
      server.closeAllConnections();
      server.close();
    });
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  private take(headers: IncomingHttpHeaders, body: Buffer): void {
    const given = headers['webhook-signature'];
    const signed = Buffer.concat([Buffer.from(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`), body]);
    const own = `v1,${createHmac('sha256', this.secret).update(signed).digest('base64')}`;
    this.taken.push({ headers, event: JSON.parse(String(body)), isGenuine: given === undefined ? null : given === own });
  }
}
