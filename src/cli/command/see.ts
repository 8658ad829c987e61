/** `sluice rollout list`, `status` and `watch`: what is going on, and how it ends. */
import { Option } from 'commander';
import type { RolloutView } from '../../rollout/view.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { follow } from '../follow.js';
import { rolloutTable } from '../render/list.js';
import { lookOf, type Look } from '../render/look.js';
import { statusLines } from '../render/status.js';
import { clientOf, print, secondsOf, withServer, withTimeout, type RemoteFlags } from './remote.js';

export function addList(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('list')))
    .description('list the models of a server that have had a rollout')
    .example('sluice rollout list --server http://gpu-1:8000')
    .action(async (flags: RemoteFlags, command: CommandWithExamples) => {
      const answer = await clientOf(ports, flags, command).rollouts();
      finish(print(ports, answer, flags.json === true, (views) => (views.length === 0 ? [NONE] : rolloutTable(views, lookOf(ports)))));
    });
}

export function addStatus(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('status')))
    .description('show a rollout: its share, the evidence for and against it, and why it is where it is')
    .argument('[MODEL]', 'a model; without one, every model with a rollout that is on')
    .example('sluice rollout status digits')
    .example('sluice rollout status digits --json | jq .rollout.judgement.reason')
    .action(async (model: string | undefined, flags: RemoteFlags, command: CommandWithExamples) => {
      const client = clientOf(ports, flags, command);
      const look = lookOf(ports);
      const isJson = flags.json === true;
      if (model !== undefined) finish(print(ports, await client.rollout(model), isJson, (view) => statusLines(view, look)));
      else finish(print(ports, await client.rollouts(), isJson, (views) => statuses(views, look)));
    });
}

const NONE = 'no model has had a rollout; `sluice rollout start MODEL VERSION` begins one';

function statuses(views: readonly RolloutView[], look: Look): string[] {
  const on = views.filter(({ rollout }) => rollout?.over === false);
  if (views.every(({ rollout }) => rollout === null)) return [NONE];
  if (on.length === 0) return ['no rollout is on; these are over:', '', ...rolloutTable(views, look)];
  return on.flatMap((view, index) => [...(index === 0 ? [] : ['', '']), ...statusLines(view, look)]);
}

export function watchLimit(what: string): Option {
  return new Option('--timeout <SECONDS>', `give up ${what} after this long (default: never)`).argParser(secondsOf);
}

export function addWatch(family: CommandWithExamples, { ports, finish }: Context): void {
  withServer(family.command('watch'))
    .description('follow a rollout to its end, redrawn in place on a terminal and a line per change elsewhere; exits with 0 when promoted, 1 otherwise')
    .argument('<MODEL>', 'the model')
    .addOption(watchLimit('watching'))
    .example('sluice rollout watch digits')
    .example('sluice rollout watch digits --timeout 3600 && echo promoted', 'in a script')
    .action(async (model: string, flags: RemoteFlags, command: CommandWithExamples) => {
      const client = clientOf(ports, { ...flags, timeout: LOOK_S }, command);
      const limitMs = flags.timeout === undefined ? null : flags.timeout * 1000;
      finish(await follow(ports, client, { model, rollout: null, candidate: null, limitMs }, flags.json === true));
    });
}

/** Longest wait for one answer of many. */
export const LOOK_S = 10;
