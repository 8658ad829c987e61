/**
 * `sluice rollout ...`. Each subcommand is one function that adds itself to the family; those that ask no server stand
 * beside those that do.
 */
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { addPlan, addSimulate } from './forecast.js';
import { addReplay } from './replay.js';
import { addList, addStatus, addWatch } from './see.js';
import { addPin, addStart, addVerb } from './steer.js';

/** Adds one subcommand to its family. */
export type AddCommand = (family: CommandWithExamples, context: Context) => void;

const COMMANDS: readonly AddCommand[] = [
  addList,
  addStatus,
  addWatch,
  addStart,
  addVerb('promote', 'let the candidate take over now, or answer an approval'),
  addVerb('abort', 'send all requests to the stable version; an aborted rollout stays aborted'),
  addVerb('pause', 'stay at the present share; harm still aborts'),
  addVerb('resume', 'go on after a pause'),
  addVerb('undo', 'go back to the version before the last promotion, without a load while it is kept'),
  addPin,
  addVerb('unpin', 'let candidates begin by themselves again'),
  addPlan,
  addSimulate,
  addReplay,
];

export function defineRollout(family: CommandWithExamples, context: Context): void {
  for (const add of COMMANDS) add(family, context);
  family
    .example('sluice rollout status', 'what is on')
    .example('sluice rollout watch digits', 'follow one to its end; the exit code says how it ended')
    .example('sluice rollout plan --rate 40/s --errors 0.2%', 'what a plan will come to, before it starts');
}
