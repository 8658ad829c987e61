/** A model under a rollout at the gateway with the scripted engine, and the talk about it that tests have in common. */
import { scriptedModel, temporaryFolder, type Script } from './folder.js';
import { startScripted, type InProcess } from './gateway.js';
import type { HttpClient, Reply } from './rest.js';
import { until } from './until.js';

export type View = Reply['json'];

/** A value on which a scripted candidate fails. */
export const POISON = 666;

/** Config text of a scripted model; null leaves the plan out. */
export function configOf(plan: object | null): string {
  const block = plan === null ? '' : `parameters { key: "rollout" value: { string_value: ${JSON.stringify(JSON.stringify(plan))} } }\n`;
  return `max_batch_size: 8\ndynamic_batching { }\n${block}`;
}

/** One row of one value. */
export function rowOf(value: number): object {
  return { inputs: [{ name: 'x', datatype: 'FP32', shape: [1, 1], data: [value] }] };
}

export async function viewAt(http: HttpClient): Promise<View> {
  return (await http.call('/v2/models/m/rollout')).json;
}

export function verbAt(http: HttpClient, verb: string, body: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return http.call(`/v2/models/m/rollout${verb === 'start' ? '' : `/${verb}`}`, { body, headers });
}

/** Counts of one arm over all segments. */
export function sumOf(view: View, arm: 'canary' | 'baseline', count: 'units' | 'failures'): number {
  return view.rollout.evidence.segments.reduce((total: number, segment: View) => total + segment[arm][count], 0);
}

export interface Canary extends InProcess {
  readonly repository: string;
  view(): Promise<View>;
  verb(verb: string, body?: object): Promise<Reply>;
  send(headers?: Record<string, string>, value?: number, more?: object): Promise<Reply>;
  over(count: number, lanes: number, one: (k: number) => Promise<unknown>): Promise<void>;
}

/** Version 1 adds one, and version 2, which adds two, is its candidate and takes requests, or was refused. */
export async function startCanary(plan: object, candidate: Script = {}, flags: readonly string[] = [], stable: Script = {}): Promise<Canary> {
  const repository = temporaryFolder();
  scriptedModel(repository, 'm', { add: 1, ...stable }, configOf(plan), 1);
  const running = await startScripted(repository, '--repository-poll-secs', '0.05', ...flags);
  const { http } = running;
  const view = (): Promise<View> => viewAt(http);
  await until('a stable version', async () => (await view()).stable === 1);
  scriptedModel(repository, 'm', { add: 2, ...candidate }, configOf(plan), 2);
  await until('a candidate past its gates', async () => !['pending', undefined].includes((await view()).rollout?.phase));
  return {
    ...running, repository, view,
    verb: (verb, body) => verbAt(http, verb, body),
    send: (headers = {}, value = 0, more = {}) => http.infer('m', { ...more, ...rowOf(value) }, headers),
    over: async (count, lanes, one) => {
      let sent = 0;
      const lane = async (): Promise<void> => {
        while (sent < count) await one(sent++);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
  };
}
