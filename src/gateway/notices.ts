/** Decisions about rollouts as they leave the house: what the audit log says of each and what webhooks get. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { createRandom } from '../base/random.js';
import type { ServerOptions } from '../config/server.js';
import type { Judgement } from '../judge/judgement.js';
import { envelope } from '../notify/envelope.js';
import { targetId, type Notice, type Target } from '../notify/notice.js';
import { Notifier } from '../notify/notifier.js';
import { post, type Post } from '../notify/post.js';
import { decisionsOf, type Decision } from '../rollout/decision.js';
import type { Change } from '../rollout/desk.js';
import type { Rollout } from '../rollout/document.js';
import type { Rollouts } from '../rollout/engine.js';
import { weightsOf } from '../rollout/traffic.js';
import { needsTwin } from '../rollout/twin.js';
import { weightsView, type OneView } from '../rollout/view.js';

export interface NoticeParts {
  readonly options: Pick<ServerOptions, 'stateDir' | 'publicUrl' | 'notifyUrl' | 'notifySecretEnv'>;
  readonly clock: Clock;
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly log: Log;
  /** null where REST is off. */
  readonly httpPort: number | null;
  readonly secretOf: (name: string) => string | undefined;
  /** null before there is one. */
  readonly engine: () => Pick<Rollouts, 'models' | 'document' | 'judgementOf'> | null;
  readonly post?: Post;
}

/** What only the process that decided knows, and only for a moment. */
interface Story {
  /** As the plan has them for the phase that was reached. */
  readonly weights: OneView['weights'] | null;
  readonly judgement: object | null;
}

const NO_STORY: Story = { weights: null, judgement: null };
const TYPE_PREFIX = 'dev.sluice.rollout.';
/** Decisions are told within moments; more of them say that the disk is full. */
const STORIES_MAX = 256;

export class Notices {
  readonly notifier: Notifier;
  private readonly stories = new Map<string, Story>();
  private readonly source: string;

  constructor(private readonly parts: NoticeParts) {
    const { options, clock, after, log, httpPort, secretOf } = parts;
    this.source = (options.publicUrl !== '' ? options.publicUrl : `http://${hostname()}${httpPort === null ? '' : `:${httpPort}`}`).replace(/\/+$/, '');
    this.notifier = new Notifier({
      stateDir: options.stateDir, clock, after, log, secretOf, post: parts.post ?? post,
      random: createRandom(randomBytes(4).readUInt32LE()),
      noticesOf: (model, isWanted) => this.noticesOf(model, isWanted),
    });
  }

  /** A change that the store has. */
  told({ model, transitions, switches }: Change): void {
    const { log } = this.parts;
    for (const { rollout: { id, candidate }, transition: { from, to, who, why } } of transitions) log.info({ kind: 'rollout', model, rollout: id, candidate, from, to, who }, why);
    for (const { kind, from, to, who, why } of switches) log.info({ kind: 'rollout', model, from, to, who }, `${kind}: ${why}`);
    if (transitions.length === 0 && switches.length === 0) return;
    const newest = transitions.at(-1);
    if (newest !== undefined) this.remember(`${newest.rollout.id}-${newest.transition.seq}`, newest.rollout, model);
    this.notifier.tell(model);
  }

  /** What an earlier process decided and did not come to tell. */
  recover(): void {
    for (const model of this.parts.engine()?.models() ?? []) this.notifier.tell(model);
  }

  private remember(id: string, rollout: Rollout, model: string): void {
    const judgement = this.parts.engine()?.judgementOf(model, rollout.id) ?? null;
    this.stories.set(id, { weights: weightsView(weightsOf(rollout, needsTwin(rollout) && rollout.isTwinless !== true), rollout.plan), judgement: judgement === null ? null : summaryOf(judgement) });
    const [oldest] = this.stories.size > STORIES_MAX ? this.stories.keys() : [];
    if (oldest !== undefined) this.stories.delete(oldest);
  }

  private noticesOf(model: string, isWanted: (id: string, atMs: number) => boolean): readonly Notice[] {
    const document = this.parts.engine()?.document(model) ?? null;
    if (document === null) return [];
    return decisionsOf(document).filter(({ id, atMs }) => isWanted(id, atMs)).map((decision) => this.noticeOf(decision));
  }

  private noticeOf(decision: Decision): Notice {
    const { id, kind, model, rollout, stable, atMs, from, to, who, why } = decision;
    const type = TYPE_PREFIX + kind;
    const subject = `${model}/${rollout?.candidate ?? stable}`;
    return {
      id, atMs, type, subject,
      line: { at: new Date(atMs).toISOString(), id, model, kind, rollout: rollout?.id ?? null, candidate: rollout?.candidate ?? null, stable, from, to, who, why },
      targets: this.targetsOf(decision),
      body: () => envelope({ id, type, subject, atMs, source: `${this.source}/v2/models/${encodeURIComponent(model)}`, data: this.dataOf(decision) }),
    };
  }

  private dataOf({ id, seq, kind, model, rollout, stable, from, to, who, why }: Decision): Readonly<Record<string, unknown>> {
    const { weights, judgement } = this.stories.get(id) ?? NO_STORY;
    return {
      model, kind, seq, stable, candidate: rollout?.candidate ?? null, rollout: rollout?.id ?? null,
      from, to, who, reason: why, weights, judgement,
      link: `${this.source}/v2/models/${encodeURIComponent(model)}/rollout`,
    };
  }

  /** Of the server and of the plan; somebody who is named by both is told once. */
  private targetsOf({ kind, hooks }: Decision): readonly Target[] {
    const { notifyUrl, notifySecretEnv } = this.parts.options;
    const secretEnv = notifySecretEnv === '' ? null : notifySecretEnv;
    const targets = [
      ...notifyUrl.map((url) => ({ url, secretEnv })),
      ...hooks.filter(({ events }) => events.length === 0 || events.includes(kind)).map(({ url, secretEnv: own }) => ({ url, secretEnv: own })),
    ];
    return [...new Map(targets.map((target) => [targetId(target), target])).values()];
  }
}

/** Enough to see why, and small enough for a pager. */
function summaryOf({ kind, reason, canaryUnits, baselineUnits, rows }: Judgement): object {
  return {
    verdict: kind, reason, canaryUnits, baselineUnits,
    metrics: rows.map(({ metric, required, canary, baseline, estimate, reason: why }) => ({ metric, required, canary, baseline, estimate, reason: why })),
  };
}
