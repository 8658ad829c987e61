/** The commands that change a rollout. Each says who asked and why, for the audit log. */
import { InvalidArgumentError, Option } from 'commander';
import { formatFault } from '../../config/fault.js';
import type { RolloutVerb } from '../../serving/rollout.js';
import type { Change } from '../client.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { follow } from '../follow.js';
import { readPlanFile } from '../planfile.js';
import { EXIT, type CliPorts } from '../ports.js';
import { doneLines } from '../render/done.js';
import { lookOf } from '../render/look.js';
import { clientOf, print, tell, versionOf, withServer, withTimeout, type RemoteFlags } from './remote.js';
import { LOOK_S } from './see.js';

interface SteerFlags extends RemoteFlags {
  readonly who?: string;
  readonly reason?: string;
  readonly ifGeneration?: number;
}

interface StartFlags extends SteerFlags {
  readonly plan?: string;
  readonly watch?: boolean;
}

function withActor(command: CommandWithExamples): CommandWithExamples {
  return withTimeout(withServer(command
    .addOption(new Option('--reason <TEXT>', 'why, for the audit log'))
    .addOption(new Option('--who <NAME>', 'who asks, for the audit log (default: your login name)'))
    .addOption(new Option('--if-generation <N>', 'refuse unless the rollout is still at this generation').argParser(generationOf))));
}

function generationOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It is the `generation` that `sluice rollout status --json` prints, such as 7.');
  return Number(text);
}

function changeOf(ports: CliPorts, { who = ports.user, reason = '', ifGeneration }: SteerFlags): Change {
  return { who, reason, generation: ifGeneration ?? null };
}

export function addVerb(verb: Exclude<RolloutVerb, 'start' | 'pin'>, doc: string): (family: CommandWithExamples, context: Context) => void {
  return (family, { ports, finish }) => {
    withActor(family.command(verb))
      .description(doc)
      .argument('<MODEL>', 'the model')
      .example(`sluice rollout ${verb} digits --reason "${EXAMPLE_REASONS[verb]}"`)
      .action(async (model: string, flags: SteerFlags, command: CommandWithExamples) => {
        const answer = await clientOf(ports, flags, command).change(model, verb, changeOf(ports, flags));
        finish(print(ports, answer, flags.json === true, (view) => doneLines(verb, view, lookOf(ports))));
      });
  };
}

const EXAMPLE_REASONS: Readonly<Record<Exclude<RolloutVerb, 'start' | 'pin'>, string>> = {
  promote: 'seen enough', abort: 'sales fell', pause: 'until Monday', resume: 'it is Monday', undo: 'sales fell', unpin: 'incident is over',
};

export function addPin(family: CommandWithExamples, { ports, finish }: Context): void {
  withActor(family.command('pin'))
    .description('hold a model to one version, whatever is published; ends a rollout that is on')
    .argument('<MODEL>', 'the model')
    .argument('<VERSION>', 'the version that answers', versionOf)
    .example('sluice rollout pin digits 1 --reason "incident 12"')
    .action(async (model: string, version: number, flags: SteerFlags, command: CommandWithExamples) => {
      const answer = await clientOf(ports, flags, command).change(model, 'pin', { ...changeOf(ports, flags), version });
      finish(print(ports, answer, flags.json === true, (view) => doneLines('pin', view, lookOf(ports))));
    });
}

export function addStart(family: CommandWithExamples, { ports, finish }: Context): void {
  withActor(family.command('start'))
    .description('begin a rollout to a version in the repository, also to one that was aborted before')
    .argument('<MODEL>', 'the model')
    .argument('<VERSION>', 'the candidate', versionOf)
    .addOption(new Option('--plan <FILE>', "plan in YAML or JSON (default: the model's own, else a canary of 1, 5, 25 and 50 %)"))
    .addOption(new Option('--watch', 'follow it to its end'))
    .example('sluice rollout start digits 2')
    .example('sluice rollout start digits 2 --plan canary.yaml --watch', 'exits with 0 when it is promoted')
    .action(async (model: string, candidate: number, flags: StartFlags, command: CommandWithExamples) => finish(await start(ports, { model, candidate }, flags, command)));
}

async function start(ports: CliPorts, { model, candidate }: { model: string; candidate: number }, flags: StartFlags, command: CommandWithExamples): Promise<number> {
  const plan = flags.plan === undefined ? null : await readPlanFile(ports, flags.plan);
  if (plan?.kind === 'faults') {
    ports.err(plan.faults.map((fault) => `${formatFault(fault)}\n`).join(''));
    return EXIT.fault;
  }
  const change = { ...changeOf(ports, flags), candidate, ...(plan === null ? {} : { plan: plan.value }) };
  const answer = await clientOf(ports, flags, command).change(model, 'start', change);
  if (flags.watch !== true) return print(ports, answer, flags.json === true, (view) => doneLines('start', view, lookOf(ports)));
  if (answer.kind !== 'answered') return tell(ports, answer);
  const watcher = clientOf(ports, { ...flags, timeout: LOOK_S }, command);
  return follow(ports, watcher, { model, rollout: answer.body.rollout?.id ?? null, candidate, limitMs: null }, flags.json === true);
}
