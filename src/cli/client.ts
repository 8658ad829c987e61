/**
 * Speaks to the control side of a server over REST. What a server refuses and what cannot be reached are answers, in
 * words for whoever typed the command; nothing here throws for either.
 */
import type { RolloutView } from '../rollout/view.js';
import type { IndexRow } from '../serving/admin.js';
import type { RolloutVerb } from '../serving/rollout.js';
import type { CliPorts } from './ports.js';

export interface Answered<T> {
  readonly kind: 'answered';
  readonly body: T;
}

export type Trouble =
  /** The server's own words, with its status. */
  | { readonly kind: 'refused'; readonly status: number; readonly text: string }
  | { readonly kind: 'unreachable'; readonly text: string }
  | { readonly kind: 'interrupted' };

export type Answer<T> = Answered<T> | Trouble;

export interface Change {
  readonly who: string;
  readonly reason: string;
  /** The generation that the caller has read; null takes any. */
  readonly generation: number | null;
  /** Of `start`. */
  readonly candidate?: number;
  readonly plan?: unknown;
  /** Of `pin`. */
  readonly version?: number;
}

export type Labels = Readonly<Record<string, number>>;

export class Client {
  /** @param url without a slash at its end */
  constructor(
    private readonly ports: Pick<CliPorts, 'fetch' | 'interruption'>,
    readonly url: string,
    private readonly timeoutMs: number,
  ) {}

  rollouts(): Promise<Answer<readonly RolloutView[]>> {
    return this.call('GET', '/v2/rollouts');
  }

  rollout(model: string): Promise<Answer<RolloutView>> {
    return this.call('GET', `${pathOf(model)}/rollout`);
  }

  change(model: string, verb: RolloutVerb, { generation, who, reason, ...more }: Change): Promise<Answer<RolloutView>> {
    const body = { ...more, who, ...(reason === '' ? {} : { reason }) };
    const path = `${pathOf(model)}/rollout${verb === 'start' ? '' : `/${verb}`}`;
    return this.call('POST', path, body, generation === null ? {} : { 'if-match': `"${generation}"` });
  }

  index(): Promise<Answer<readonly IndexRow[]>> {
    return this.call('POST', '/v2/repository/index', {});
  }

  load(model: string): Promise<Answer<unknown>> {
    return this.call('POST', `/v2/repository/models/${encodeURIComponent(model)}/load`, {});
  }

  unload(model: string): Promise<Answer<unknown>> {
    return this.call('POST', `/v2/repository/models/${encodeURIComponent(model)}/unload`, {});
  }

  labels(model: string): Promise<Answer<Labels>> {
    return this.call('GET', `${pathOf(model)}/labels`);
  }

  setLabel(model: string, label: string, version: number): Promise<Answer<unknown>> {
    return this.call('PUT', `${pathOf(model)}/labels/${encodeURIComponent(label)}`, { version });
  }

  deleteLabel(model: string, label: string): Promise<Answer<unknown>> {
    return this.call('DELETE', `${pathOf(model)}/labels/${encodeURIComponent(label)}`);
  }

  /** What the judge was shown over the model's rollout, as JSON lines. */
  recording(model: string): Promise<Answer<string>> {
    return this.exchange('GET', `${pathOf(model)}/rollout/recording`, null, {}, (status, text) =>
      status >= 200 && status < 300 ? { kind: 'answered', body: text } : answerOf<string>(this.url, status, text));
  }

  private call<T>(method: string, path: string, body: unknown = null, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.exchange(method, path, body, headers, (status, text) => answerOf<T>(this.url, status, text));
  }

  private async exchange<T>(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>, read: (status: number, text: string) => Answer<T>): Promise<Answer<T>> {
    const interruption = this.ports.interruption();
    const limit = AbortSignal.timeout(this.timeoutMs);
    try {
      const response = await this.ports.fetch(this.url + path, {
        method,
        headers: { accept: 'application/json', ...(body === null ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([limit, interruption]),
      });
      return read(response.status, await response.text());
    } catch (thrown) {
      if (interruption.aborted) return { kind: 'interrupted' };
      const cause = limit.aborted ? `it does not answer within ${this.timeoutMs / 1000} s` : causeOf(thrown);
      return { kind: 'unreachable', text: `cannot reach a server at ${this.url}: ${cause}; start one with \`sluice serve\`, or name another with --server URL or SLUICE_SERVER` };
    }
  }
}

function pathOf(model: string): string {
  return `/v2/models/${encodeURIComponent(model)}`;
}

function answerOf<T>(url: string, status: number, text: string): Answer<T> {
  const read = parse(text);
  if (status >= 200 && status < 300 && read !== undefined) return { kind: 'answered', body: read as T };
  const error = typeof read === 'object' && read !== null && 'error' in read ? read.error : undefined;
  if (typeof error === 'string') return { kind: 'refused', status, text: error };
  return { kind: 'refused', status, text: `${url} answers with status ${status} and no words of Sluice's; is another server listening there?` };
}

/** Texts of a server may have come from anybody, and must not steer the terminal that shows them. Lines are kept. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** null for an empty text, undefined for one that is no JSON. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? value.replace(CONTROLS, ' ') : value)) as unknown;
  } catch {
    return undefined;
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNRESET: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  EHOSTUNREACH: 'there is no way to that host',
  ETIMEDOUT: 'the connection took too long',
  UND_ERR_CONNECT_TIMEOUT: 'the connection took too long',
};

function causeOf(thrown: unknown): string {
  const inner: unknown = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return CAUSES[code] ?? (inner instanceof Error ? inner.message : String(inner));
}
