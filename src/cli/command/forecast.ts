/** `sluice rollout plan` and `simulate`: what a plan will come to before anything starts. They ask no server. */
import { InvalidArgumentError, Option } from 'commander';
import { formatFault, pathText, succeed } from '../../config/fault.js';
import type { Plan } from '../../rollout/plan.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { readPlanFile } from '../planfile.js';
import { EXIT, type CliPorts } from '../ports.js';
import { ratePerS, shareOf } from '../quantity.js';
import { forecastLines } from '../render/forecast.js';
import { lookOf } from '../render/look.js';

interface MadeFlags {
  readonly plan?: string;
  readonly rate: number;
  readonly errors: number;
  readonly spread: number;
  readonly runs: number;
  readonly seed: number;
  readonly json?: boolean;
}

interface PlanFlags extends MadeFlags {
  readonly noise: number;
}

interface SimulateFlags extends MadeFlags {
  readonly ratio: number;
  readonly scenario?: readonly string[];
  readonly rule?: readonly string[];
}

const RUNS_MAX = 100_000;

function reader<T>(read: (text: string) => T | null, wanted: string): (text: string) => T {
  return (text) => {
    const value = read(text);
    if (value === null) throw new InvalidArgumentError(`It is ${wanted}.`);
    return value;
  };
}

const rate = reader(ratePerS, 'a number of requests in a time, such as 40/s, 200/min or 500/h');
export const share = reader(shareOf, 'a share, such as 0.2% or 0.002');
export const above = (least: number, wanted: string): ((text: string) => number) => reader((text) => (text.trim() !== '' && Number(text) > least && Number(text) < Infinity ? Number(text) : null), wanted);
const whole = (least: number, most: number): ((text: string) => number) =>
  reader((text) => (/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null), `a whole number from ${least} to ${most}`);
const several = <T>(value: T, before: readonly T[] | undefined): readonly T[] => [...(before ?? []), value];

function withService(command: CommandWithExamples, runs: number, rateDoc: string): CommandWithExamples {
  return command
    .addOption(new Option('--plan <FILE>', 'a plan in YAML or JSON, or a model config with a `rollout:` block (default: what a plan is without any setting)'))
    .addOption(new Option('--rate <RATE>', rateDoc).argParser(rate).makeOptionMandatory())
    .addOption(new Option('--errors <SHARE>', 'failures of the serving version').argParser(share).default(0.002, '0.2%'))
    .addOption(new Option('--spread <NUMBER>', 'standard deviation of the logarithm of a latency').argParser(above(0, 'a number above 0, such as 0.5')).default(0.5))
    .addOption(new Option('--runs <N>', 'rollouts simulated for each number').argParser(whole(1, RUNS_MAX)).default(runs))
    .addOption(new Option('--seed <N>', 'the same seed gives the same numbers').argParser(whole(0, 4_294_967_295)).default(1))
    .addOption(new Option('--json', 'print JSON'));
}

/** @returns null after telling what is wrong with it */
export async function planFrom(ports: CliPorts, path: string | undefined): Promise<Plan | null> {
  const { parsePlan } = await import('../../rollout/plan.js');
  const source = path === undefined ? succeed<unknown>({}) : await readPlanFile(ports, path);
  if (source.kind === 'faults') {
    ports.err(source.faults.map((fault) => `${formatFault(fault)}\n`).join(''));
    return null;
  }
  const read = parsePlan(source.value);
  if ('plan' in read) return read.plan;
  ports.err(read.faults.map(({ path: at, message }) => `${formatFault({ where: path ?? 'the plan', path: pathText(at), message })}\n`).join(''));
  return null;
}

export function addPlan(family: CommandWithExamples, { ports, finish }: Context): void {
  withService(family.command('plan'), 200, 'requests of the model that name no version, such as 40/s or 500/h')
    .description('say what a plan will come to: how long its steps take, how soon harm is found, how long the proof takes; asks no server')
    .addOption(new Option('--noise <SHARE>', 'mirrored pairs of the serving version with itself that differ').argParser(share).default(0.002, '0.2%'))
    .example('sluice rollout plan --rate 40/s --errors 0.2%', 'the default plan')
    .example('sluice rollout plan --plan models/digits/config.yaml --rate 500/h --runs 50', 'the plan of a model, at a low rate')
    .action(async ({ plan: path, rate: perS, errors, spread, noise, runs, seed, json }: PlanFlags) => {
      const plan = await planFrom(ports, path);
      if (plan === null) return finish(EXIT.options);
      if (plan.strategy === 'swap') {
        ports.err('sluice: a plan with `strategy: swap` has no steps to look ahead to; it swaps as soon as its gates are passed\n');
        return finish(EXIT.options);
      }
      const { forecast } = await import('../../forecast/plan.js');
      const progress = progressOf(ports);
      const told = forecast({ plan, service: { ratePerS: perS, errors, spread, noise }, runs, seed, progress });
      ports.out(json === true ? `${JSON.stringify(told, null, 2)}\n` : `${forecastLines(told, lookOf(ports)).join('\n')}\n`);
      finish(EXIT.done);
    });
}

export function addSimulate(family: CommandWithExamples, { ports, finish }: Context): void {
  withService(family.command('simulate'), 100, 'requests of the model, such as 40/s')
    .description('put made traffic to a plan and to the rules of other tools, and count who is wrong how often; asks no server')
    .addOption(new Option('--ratio <NUMBER>', 'of failure rates, where the candidate fails more').argParser(above(1, 'a ratio above 1, such as 3')).default(3))
    .addOption(new Option('--scenario <NAME>', 'only this scenario; may be repeated (default: all)').argParser(several<string>))
    .addOption(new Option('--rule <NAME>', 'only this rule; may be repeated (default: all)').argParser(several<string>))
    .example('sluice rollout simulate --rate 40/s --errors 1%')
    .example('sluice rollout simulate --rate 40/s --errors 1% --scenario same --scenario tail --runs 1000', 'two scenarios, more closely')
    .action(async ({ plan: path, rate: perS, errors, spread, ratio, scenario: named, rule, runs, seed, json }: SimulateFlags) => {
      const plan = await planFrom(ports, path);
      if (plan === null) return finish(EXIT.options);
      const [{ RULES, simulate }, { scenariosOf }] = await Promise.all([import('../../forecast/simulate.js'), import('../../forecast/traffic.js')]);
      const all = scenariosOf(ratio);
      const unknown = [...(named ?? []).filter((name) => !all.some((each) => each.name === name)), ...(rule ?? []).filter((name) => !RULES.some((each) => each === name))];
      if (unknown.length > 0) {
        ports.err(`sluice: nothing is called ${unknown.join(', ')}; scenarios are ${all.map(({ name }) => name).join(', ')}; rules are ${RULES.map((each) => `'${each}'`).join(', ')}\n`);
        return finish(EXIT.options);
      }
      const progress = progressOf(ports);
      const simulated = simulate({
        plan, runs, seed,
        service: { ratePerS: perS, errors, spread },
        scenarios: all.filter(({ name }) => named === undefined || named.includes(name)),
        rules: RULES.filter((each) => rule === undefined || rule.includes(each)),
        progress: (scenario, each) => progress(`${scenario.name}, ${each}`),
      });
      const settings = { runs, seed, ratePerS: perS, errors, spread };
      const { simulatedLines } = await import('../render/simulated.js');
      ports.out(json === true ? `${JSON.stringify({ ...settings, simulated }, null, 2)}\n` : `${simulatedLines(simulated, settings, lookOf(ports)).join('\n')}\n`);
      finish(EXIT.done);
    });
}

/** Each number takes a while, and somebody waits for it. */
function progressOf(ports: CliPorts): (what: string) => void {
  const startMs = ports.clock.wallMs();
  return (what) => ports.err(`${Math.round((ports.clock.wallMs() - startMs) / 1000)} s: simulating ${what}\n`);
}
