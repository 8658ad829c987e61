/** `sluice rollout replay`: a recorded rollout judged again with other settings, beside what happened. */
import { InvalidArgumentError, Option } from 'commander';
import type { MetricName, Plan } from '../../rollout/plan.js';
import type { RolloutView } from '../../rollout/view.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { EXIT, type CliPorts } from '../ports.js';
import { lookOf } from '../render/look.js';
import { replayLines, type Told } from '../render/replay.js';
import { above, planFrom, share } from './forecast.js';
import { clientOf, tell, withServer, withTimeout, type RemoteFlags } from './remote.js';

interface ReplayFlags extends RemoteFlags {
  readonly model?: string;
  readonly plan?: string;
  readonly alphaAbort?: number;
  readonly alphaPromote?: number;
  readonly minSamples?: number;
  readonly margin?: readonly Margin[];
  readonly without?: readonly string[];
}

interface Margin {
  readonly name: string;
  readonly margin: number;
}

function marginOf(text: string, before: readonly Margin[] | undefined): readonly Margin[] {
  const match = /^([a-z]+)=(\d+(?:\.\d+)?)$/.exec(text);
  if (match === null) throw new InvalidArgumentError('It is a metric and its margin, such as errors=1.2.');
  return [...(before ?? []), { name: match[1]!, margin: Number(match[2]) }];
}

export function addReplay(family: CommandWithExamples, { ports, finish }: Context): void {
  withTimeout(withServer(family.command('replay')))
    .description('judge a recorded rollout again with other settings, and say when they would have aborted or promoted it')
    .argument('[FILE]', 'a recording in JSON lines; without one, the recording of a model of a server')
    .addOption(new Option('--model <MODEL>', 'a model of a server, in place of a file'))
    .addOption(new Option('--plan <FILE>', 'judge by this plan (default: of the rollout where a server tells it, else what a plan is without any setting)'))
    .addOption(new Option('--alpha-abort <SHARE>', 'chance of ever aborting a candidate that is no worse').argParser(share))
    .addOption(new Option('--alpha-promote <SHARE>', 'chance of ever promoting a candidate beyond a margin').argParser(share))
    .addOption(new Option('--min-samples <N>', 'canary requests before a promotion').argParser(above(-1, 'a count')))
    .addOption(new Option('--margin <NAME=NUMBER>', 'margin of a metric; may be repeated').argParser(marginOf))
    .addOption(new Option('--without <METRIC>', 'leave a metric out; may be repeated').argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]))
    .example('sluice rollout replay state/recordings/digits.2-ab12cd34.jsonl --alpha-abort 0.1%')
    .example('sluice rollout replay --model digits --margin errors=1.2 --without latency', 'of a server')
    .action(async (file: string | undefined, flags: ReplayFlags, command: CommandWithExamples) => {
      if ((file === undefined) === (flags.model === undefined)) command.error('error: name a file or --model, one of them');
      const source = file === undefined ? await fromServer(ports, flags.model!, flags, command) : fromFile(ports, file);
      if (typeof source === 'number') return finish(source);
      finish(await replayed(ports, source, flags, command));
    });
}

interface Source {
  readonly text: string;
  readonly where: string;
  readonly view: RolloutView | null;
}

function fromFile(ports: CliPorts, file: string): Source | number {
  const text = ports.read(file);
  if (text !== null) return { text, where: file, view: null };
  ports.err(`sluice: ${file}: there is no such file\n`);
  return EXIT.fault;
}

async function fromServer(ports: CliPorts, model: string, flags: ReplayFlags, command: CommandWithExamples): Promise<Source | number> {
  const client = clientOf(ports, flags, command);
  const recording = await client.recording(model);
  if (recording.kind !== 'answered') return tell(ports, recording);
  const view = await client.rollout(model);
  return view.kind === 'answered' ? { text: recording.body, where: `the recording of '${model}'`, view: view.body } : tell(ports, view);
}

async function replayed(ports: CliPorts, { text, where, view }: Source, flags: ReplayFlags, command: CommandWithExamples): Promise<number> {
  const [{ readRecording }, { replay }, { judgePlanOf }, { planFaults }] = await Promise.all([
    import('../../forecast/recording.js'), import('../../forecast/replay.js'), import('../../rollout/evidence.js'), import('../../judge/plan.js'),
  ]);
  const recording = readRecording(text);
  for (const { line, cause } of recording.broken) ports.err(`${where}, line ${line}: ${cause}; it is left out\n`);
  if (recording.lines.length === 0) {
    ports.err(`sluice: ${where} has no line that can be judged\n`);
    return EXIT.fault;
  }
  const own = view?.rollout?.plan ?? null;
  const given = flags.plan === undefined && own !== null ? own : await planFrom(ports, flags.plan);
  if (given === null) return EXIT.options;
  const changed = changedPlan(given, flags, command);
  const isTwinless = view?.rollout?.isTwinless === true;
  const judgePlan = judgePlanOf(changed, isTwinless);
  const faults = planFaults(judgePlan);
  if (faults.length > 0) {
    ports.err(faults.map((fault) => `sluice: ${fault}\n`).join(''));
    return EXIT.options;
  }
  const rollout = view?.rollout ?? null;
  const told: Told = {
    where, recording,
    happened: rollout === null ? null : { id: rollout.id, phaseText: rollout.phaseText, reason: rollout.reason, transitions: rollout.transitions },
    asItWas: replay(recording.lines, judgePlanOf(own ?? given, isTwinless)),
    otherwise: replay(recording.lines, judgePlan),
    changes: changesOf(flags),
  };
  ports.out(flags.json === true ? `${JSON.stringify(told, null, 2)}\n` : `${replayLines(told, lookOf(ports)).join('\n')}\n`);
  return EXIT.done;
}

function changedPlan(plan: Plan, { alphaAbort, alphaPromote, minSamples, margin = [], without = [] }: ReplayFlags, command: CommandWithExamples): Plan {
  const { analysis } = plan;
  const names = analysis.metrics.map(({ name }) => name);
  for (const name of [...margin.map((each) => each.name), ...without]) {
    if (!names.includes(name as MetricName)) command.error(`error: the plan has no metric '${name}'; it has ${names.join(', ')}`);
  }
  return {
    ...plan,
    analysis: {
      ...analysis,
      alphaAbort: alphaAbort ?? analysis.alphaAbort,
      alphaPromote: alphaPromote ?? analysis.alphaPromote,
      minSamples: minSamples ?? analysis.minSamples,
      metrics: analysis.metrics
        .filter(({ name }) => !without.includes(name))
        .map((metric) => ({ ...metric, margin: margin.findLast(({ name }) => name === metric.name)?.margin ?? metric.margin })),
    },
  };
}

function changesOf({ plan, alphaAbort, alphaPromote, minSamples, margin = [], without = [] }: ReplayFlags): string[] {
  return [
    ...(plan === undefined ? [] : [`plan ${plan}`]),
    ...(alphaAbort === undefined ? [] : [`alphaAbort ${alphaAbort}`]),
    ...(alphaPromote === undefined ? [] : [`alphaPromote ${alphaPromote}`]),
    ...(minSamples === undefined ? [] : [`minSamples ${minSamples}`]),
    ...margin.map(({ name, margin: value }) => `margin of ${name} ${value}`),
    ...without.map((name) => `without ${name}`),
  ];
}
