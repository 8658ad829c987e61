/** A plain REST client for tests, one keep-alive agent each, and a reader of the metrics page. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { later } from './later.js';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  // Tests look into answers of every shape.
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | object;
  readonly signal?: AbortSignal;
}

export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(readonly port: number) {
    later(() => this.agent.destroy());
  }

  close(): void {
    this.agent.destroy();
  }

  call(path: string, asked: Asked = {}): Promise<Reply> {
    const { headers = {}, body, signal } = asked;
    const bytes = body === undefined ? null : typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body as string) : Buffer.from(JSON.stringify(body));
    const method = asked.method ?? (bytes === null ? 'GET' : 'POST');
    const reply = new Promise<Reply>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.port, path, method, agent: this.agent, headers: { ...(bytes === null ? {} : { 'content-length': String(bytes.length) }), ...headers }, ...(signal ? { signal } : {}) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => resolve(replyOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks))));
        },
      );
      sent.on('error', reject);
      sent.end(bytes ?? undefined);
    });
    // A test that fails on its way leaves calls that nobody awaits; they are not what went wrong.
    reply.catch(() => undefined);
    return reply;
  }

  infer(model: string, body: object | string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.call(`/v2/models/${model}/infer`, { body, headers });
  }

  /** JSON head and tensors behind it, as the binary extension has it. */
  inferBinary(model: string, head: object, tensors: readonly Uint8Array[], headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const json = Buffer.from(JSON.stringify(head));
    return this.infer(model, Buffer.concat([json, ...tensors]), { 'inference-header-content-length': String(json.length), ...headers });
  }

  async index(): Promise<readonly IndexRow[]> {
    return (await this.call('/v2/repository/index', { method: 'POST' })).json as IndexRow[];
  }

  async version(model: string, version: number): Promise<IndexRow | undefined> {
    return (await this.index()).find((row) => row.name === model && row.version === String(version));
  }
}

export interface IndexRow {
  readonly name: string;
  readonly version?: string;
  readonly state?: string;
  readonly reason?: string;
}

function replyOf(status: number, headers: IncomingHttpHeaders, body: Buffer): Reply {
  return {
    status,
    headers,
    body,
    get text() {
      return body.toString();
    },
    get json() {
      return JSON.parse(body.toString()) as unknown;
    },
  };
}

/** Head and tensors of a binary answer. */
export function splitBinary(reply: Reply): { readonly head: any; readonly tail: Buffer } { // eslint-disable-line @typescript-eslint/no-explicit-any
  const length = Number(reply.headers['inference-header-content-length'] ?? reply.body.length);
  return { head: JSON.parse(reply.body.subarray(0, length).toString()) as unknown, tail: reply.body.subarray(length) };
}

export class Metrics {
  constructor(readonly text: string) {}

  /** The value of the one series that has these labels; NaN without any. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number {
    const wanted = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
    const found = this.lines(name).filter((line) => wanted.every((pair) => line.includes(pair)));
    return found.length === 0 ? NaN : found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  lines(name: string): readonly string[] {
    return this.text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  }
}

export async function readMetrics(port: number): Promise<Metrics> {
  const client = new Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/metrics', agent: client }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(new Metrics(Buffer.concat(chunks).toString())));
    })
      .on('error', reject)
      .end();
  });
}
