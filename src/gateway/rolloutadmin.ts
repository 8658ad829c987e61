/** Rollouts as the protocol's control side offers them: requests checked, the engine asked, its views handed out. */
import { ServingError } from '../base/error.js';
import { pathText } from '../config/fault.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { Asked, Rollouts } from '../rollout/engine.js';
import { abort, pause, resume, unpin } from '../rollout/machine.js';
import { parsePlan, type Plan } from '../rollout/plan.js';
import type { RolloutView } from '../rollout/view.js';
import type { Admin, RolloutAnswer, RolloutRequest, RolloutVerb } from '../serving/admin.js';

export type RolloutAdmin = Pick<Admin, 'rollouts' | 'rollout' | 'changeRollout' | 'rolloutRecording'>;

export function rolloutAdmin(engine: Rollouts, ledger: Ledger, recording: (model: string, rollout: string) => Promise<string>): RolloutAdmin {
  const known = (model: string): void => {
    if (ledger.versions(model).length === 0 && !engine.models().includes(model)) throw new ServingError('model_not_found', `Request for unknown model: '${model}' is not found`);
  };
  return {
    rollouts: async () => engine.models().map((model) => engine.view(model)),
    async rollout(model) {
      known(model);
      return answer(engine.view(model));
    },
    async changeRollout(model, verb, request) {
      known(model);
      return answer(await carryOut(engine, model, verb, request));
    },
    async rolloutRecording(model) {
      known(model);
      const id = engine.view(model).rollout?.id;
      if (id === undefined) throw new ServingError('not_found', `model '${model}' has had no rollout`);
      return recording(model, id);
    },
  };
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
  const faults = read.faults.map(({ path, message }) => `${pathText(path) || 'plan'}: ${message}`);
  // One a line: messages hold every other mark that could stand between them.
  throw new ServingError('invalid_argument', `the plan cannot work:${faults.length === 1 ? ' ' : '\n  '}${faults.join('\n  ')}`);
}
