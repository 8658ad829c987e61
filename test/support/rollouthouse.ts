/** The gateway with the scripted engine and one model `m`, whose rollouts a test steers. */
import { scriptedModel, temporaryFolder } from './folder.js';
import { startScripted, type InProcess } from './gateway.js';
import type { Reply } from './rest.js';
import { configOf, rowOf, verbAt, viewAt, type View } from './rollout.js';
import { until } from './until.js';

export interface RolloutHouse extends InProcess {
  readonly repository: string;
  /** Publishes a version that adds its number to the input. */
  publish(version: number, script?: object): void;
  view(): Promise<View>;
  phase(phase: string): Promise<View>;
  verb(verb: string, body?: object, headers?: Record<string, string>): Promise<Reply>;
  /** The version that answers a request naming none. */
  answers(): Promise<number>;
}

/** One step that nothing but a person ends. */
export const EASY = { steps: [{ weight: 50, minSamples: 0 }], twin: false, analysis: { minSamples: 0 }, keepLoaded: '10m' };

export async function rolloutHouse(plan: object | null = EASY, repository = temporaryFolder(), flags: readonly string[] = []): Promise<RolloutHouse> {
  const publish = (version: number, script: object = {}): void => scriptedModel(repository, 'm', { add: version, ...script }, configOf(plan), version);
  publish(1);
  const running = await startScripted(repository, '--repository-poll-secs', '0.05', ...flags);
  const { http } = running;
  const view = (): Promise<View> => viewAt(http);
  return {
    ...running, repository, publish, view,
    phase: (phase) => until(`phase ${phase}`, async () => {
      const seen = await view();
      return seen.rollout?.phase === phase && seen;
    }),
    verb: (verb, body, headers) => verbAt(http, verb, body, headers),
    answers: async () => (await http.infer('m', rowOf(0))).json.outputs[0].data[0],
  };
}
