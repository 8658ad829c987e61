/** Rollouts as the protocol's control side offers them: requests checked, the engine asked, its views handed out. */
import { ServingError, type FieldFault } from '../base/error.js';
import { pathText } from '../config/fault.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { Rollouts } from '../rollout/engine.js';
import { abort, pause, resume, unpin } from '../rollout/machine.js';
import { parsePlan, type Plan, type PlanFault } from '../rollout/plan.js';
import type { Asked } from '../rollout/verbs.js';
import type { RolloutView } from '../rollout/view.js';
import { unknownModel } from '../routing/resolve.js';
import type { Admin } from '../serving/admin.js';
import type { RolloutAnswer, RolloutRequest, RolloutVerb } from '../serving/rollout.js';
import type { RolloutNewsDesk } from './rolloutnews.js';

export type RolloutAdmin = Pick<Admin, 'rollouts' | 'rollout' | 'rolloutNews' | 'changeRollout' | 'rolloutRecording'>;

/** Listed one by one; a plan may be wrong in more places than anybody reads. */
const FAULTS_MAX = 100;

export interface RolloutAdminParts {
  readonly engine: Rollouts;
  readonly ledger: Ledger;
  readonly news: RolloutNewsDesk;
  readonly recording: (model: string, rollout: string) => Promise<string>;
}

export function rolloutAdmin({ engine, ledger, news, recording }: RolloutAdminParts): RolloutAdmin {
  return {
    rollouts: async () => engine.models().map((model) => engine.view(model)),
    rollout: async (model) => answer(viewOfKnown(engine, ledger, model)),
    rolloutNews: (model, seen, waitMs) => news.next(model, seen, waitMs),
    async changeRollout(model, verb, request) {
      refuseUnknown(engine, ledger, model);
      return answer(await carryOut(engine, model, verb, request));
    },
    async rolloutRecording(model) {
      const id = viewOfKnown(engine, ledger, model).rollout?.id;
      if (id === undefined) throw new ServingError('not_found', `model '${model}' has had no rollout`);
      return recording(model, id);
    },
  };
}

/** @throws ServingError model_not_found */
export function viewOfKnown(engine: Rollouts, ledger: Ledger, model: string): RolloutView {
  refuseUnknown(engine, ledger, model);
  return engine.view(model);
}

/** @throws ServingError model_not_found */
export function refuseUnknown(engine: Pick<Rollouts, 'document'>, ledger: Pick<Ledger, 'versions'>, model: string): void {
  if (ledger.versions(model).length === 0 && engine.document(model) === null) throw unknownModel(model);
}

function answer(view: RolloutView): RolloutAnswer {
  return { generation: view.generation, body: view };
}

function carryOut(engine: Rollouts, model: string, verb: RolloutVerb, request: RolloutRequest): Promise<RolloutView> {
  const { version, plan, reason, who, generation } = request;
  const asked: Asked = { who: who === '' ? 'somebody' : who, why: reason === '' ? `${verb} was asked for` : reason, generation };
  switch (verb) {
    case 'start':
      return engine.start(model, version, planOf(engine, model, plan), asked);
    case 'promote':
      return engine.promote(model, asked);
    case 'pin':
      return engine.pin(model, version, asked);
    case 'pause':
      return engine.ask(model, asked, pause);
    case 'resume':
      return engine.ask(model, asked, resume);
    case 'abort':
      return engine.ask(model, asked, abort);
    case 'undo':
      return engine.undo(model, asked);
    case 'unpin':
      return engine.ask(model, asked, unpin);
  }
}

/** The plan given, else the one of the config, else the defaults. @throws ServingError invalid_argument with every fault */
function planOf(engine: Rollouts, model: string, given: unknown): Plan {
  const own = engine.planOf(model);
  if (given === null && own !== null) return own;
  const read = parsePlan(given ?? {});
  if ('plan' in read) return read.plan;
  throw refusal(read.faults);
}

function refusal(found: readonly PlanFault[]): ServingError {
  const faults: FieldFault[] = found.slice(0, FAULTS_MAX).map(({ path, message }) => ({ path: pathText(path), message }));
  const lines = faults.map(({ path, message }) => `${path || 'plan'}: ${message}`);
  if (found.length > FAULTS_MAX) lines.push(`and ${found.length - FAULTS_MAX} more`);
  // One a line: messages hold every other mark that could stand between them.
  return new ServingError('invalid_argument', `the plan cannot work:${lines.length === 1 ? ' ' : '\n  '}${lines.join('\n  ')}`, { faults });
}
