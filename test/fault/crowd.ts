/** Everybody at a server at once: callers, one who looks, one who decides at random, and one who publishes the next version. */
import { scriptedModel } from '../support/folder.js';
import type { GatewayProcess } from '../support/gateway.js';
import type { HttpClient } from '../support/rest.js';
import { configOf, POISON, rowOf, verbAt, viewAt, type View } from '../support/rollout.js';
import type { Chronicle } from './chronicle.js';

const LANES = 4;
const PLAN = {
  mirror: { percent: 20, minPairs: 20 },
  steps: [{ weight: 10, minSamples: 20 }, { weight: 50, minSamples: 50 }],
  analysis: { minSamples: 200, metrics: { errors: { ceiling: 0.02 }, latency: { dryRun: true }, agreement: { dryRun: true } } },
  keepLoaded: '1s',
};
/** Of the callers, those whose requests a bad version fails. */
const POISONED = 0.3;
const BETWEEN_LOOKS_MS = 15;
/** Chance of a decision at each look. */
const DECIDES = 0.03;

export class Crowd {
  private version = 0;

  constructor(private readonly repository: string, private readonly chronicle: Chronicle, private readonly random: () => number) {}

  /** Every third version fails callers, so that its rollout is aborted; the others are promoted. */
  publish(): void {
    this.version += 1;
    scriptedModel(this.repository, 'm', { add: 1, ...(this.version % 3 === 0 ? { failOn: POISON } : {}) }, configOf(PLAN), this.version);
  }

  /** Resolves when `isOver` says so, or when the server is gone. */
  async visit(gateway: GatewayProcess, isOver: () => boolean): Promise<void> {
    const first = await viewAt(gateway.http).catch(() => null);
    if (first !== null) this.chronicle.resumed(first);
    let on = true;
    const lanes = Array.from({ length: LANES }, async () => {
      const { http } = gateway;
      while (on && !gateway.hasEnded) await this.call(http);
    });
    const { http } = gateway;
    while (!isOver() && !gateway.hasEnded) {
      await this.look(http).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    on = false;
    await Promise.all(lanes);
  }

  private async call(http: HttpClient): Promise<void> {
    const { chronicle } = this;
    const value = this.random() < POISONED ? POISON : 0;
    const before = this.seen;
    chronicle.open += 1;
    try {
      const { status, headers, text } = await http.infer('m', rowOf(value));
      const rollout = String(headers['sluice-rollout'] ?? '');
      if (headers['sluice-arm'] === 'canary') chronicle.answered(rollout);
      else if (status !== 200 && value !== POISON) chronicle.fault(`${status} ${text}, when last seen: ${this.doing}`);
    } catch {
      // It may have been counted, under the rollout that was on when it was sent or that has begun since.
      for (const id of new Set([before, this.seen])) if (id !== '') chronicle.unanswered(id);
    } finally {
      chronicle.open -= 1;
    }
  }

  /** The rollout seen last, and what was seen of it. */
  private seen = '';
  private doing = '';

  private async look(http: HttpClient): Promise<void> {
    const { chronicle, random } = this;
    const view = await viewAt(http);
    chronicle.saw(view);
    const { rollout } = view;
    if (rollout === null || rollout.over) {
      if (view.stable === this.version || rollout?.candidate === this.version) this.publish();
      if (rollout === null) return;
    }
    this.seen = rollout.id;
    this.doing = `version ${view.stable} stable, version ${rollout.candidate} in ${rollout.phaseText}, kept ${view.kept.map((one: View) => one.version).join()}, rejected ${view.rejected.map((one: View) => one.version).join()}`;
    if (random() >= DECIDES) return;
    const verbs = rollout.over ? ['undo'] : rollout.paused ? ['resume', 'abort'] : ['pause', 'promote', 'abort'];
    const verb = verbs[Math.floor(random() * verbs.length)]!;
    const decided = chronicle.decide(rollout.id, verb);
    const reply = await verbAt(http, verb, { who: 'crowd' }, { 'if-match': `"${view.generation}"` });
    decided(reply.status === 200);
    if (reply.status === 200) chronicle.saw(reply.json);
    else if (![409, 412].includes(reply.status)) chronicle.fault(`${verb}: ${reply.status} ${reply.text}`);
  }
}
