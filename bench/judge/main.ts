/** `npm run bench:judge`: measures how often the judge is wrong and how soon it is right, prints it, and fails where a bound is broken. */
import { writeFileSync } from 'node:fs';
import { RULES, simulate } from '../../src/forecast/simulate.js';
import { scenariosOf, type Users } from '../../src/forecast/traffic.js';
import { StreamProgress } from '../progress.js';
import { GROUPS, planOf } from './cases.js';
import { pageOf, type Measured } from './page.js';
import { runCell, runUsers, runWeights, standingOf } from './run.js';

const HELP = `npm run bench:judge [-- FLAGS]

  --seed N       the same seed gives the same numbers (default: 1)
  --scale X      this part of the runs of every case, to look at something quickly (default: 1)
  --write FILE   writes the page (docs/judge.md is made by this)
`;

interface Flags {
  readonly seed: number;
  readonly scale: number;
  readonly file: string | null;
}

function parse(argv: readonly string[]): Flags | null {
  const flags = { seed: 1, scale: 1, file: null as string | null };
  for (let at = 0; at < argv.length; at += 2) {
    const value = argv[at + 1];
    if (value === undefined) return null;
    if (argv[at] === '--seed' && /^\d{1,9}$/.test(value)) flags.seed = Number(value);
    else if (argv[at] === '--scale' && Number(value) > 0 && Number(value) <= 1) flags.scale = Number(value);
    else if (argv[at] === '--write') flags.file = value;
    else return null;
  }
  return flags;
}

const USERS: Users = { count: 20_000, exponent: 1.2 };
const USER_RUNS = 2000;
const USER_RUNS_CONTRAST = 200;
const SCENARIO_RUNS = 100;

function measure({ seed, scale }: Flags): Measured {
  const progress = new StreamProgress(process.stderr);
  const part = (runs: number): number => Math.max(1, Math.round(runs * scale));
  const groups = GROUPS.map((group) => ({
    group,
    results: group.cells.map((cell) => {
      progress.note(`${group.title}: ${cell.name}`);
      return runCell(cell, part(cell.runs), seed);
    }),
  }));
  progress.note('sticky users');
  const users = [
    { name: 'users counted', runs: part(USER_RUNS), rate: runUsers(USERS, part(USER_RUNS), seed), isBound: true },
    { name: 'requests counted', runs: part(USER_RUNS_CONTRAST), rate: runUsers({ ...USERS, countsRequests: true }, part(USER_RUNS_CONTRAST), seed), isBound: false },
  ];
  progress.note('weights over keys');
  const weights = runWeights(1_000_000, [100, 500, 2500, 5000], `2-${seed}`);
  const simulated = simulate({
    plan: planOf({}), service: { ratePerS: 40, errors: 0.01, spread: 0.5 }, scenarios: scenariosOf(3), rules: RULES, runs: part(SCENARIO_RUNS), seed,
    progress: (scenario, rule) => progress.note(`${scenario.name}: ${rule}`),
  });
  progress.note('done');
  return { seed, scale, date: new Date().toISOString().slice(0, 10), groups, users, weights, simulated };
}

function broken({ groups, users, weights }: Measured): string[] {
  return [
    ...groups.flatMap(({ group, results }) => results.filter(({ standing }) => standing === 'beyond').map(({ name, bound }) => `${group.title}: ${name}: not ${bound}`)),
    ...users.filter(({ isBound, rate, runs }) => isBound && standingOf(rate, runs, 0.01) === 'beyond').map(({ name }) => `sticky users: ${name}: more than 1 % aborted`),
    ...weights.filter(({ errors, left }) => errors > 4 || left > 0).map(({ weight }) => `weights: ${weight} is not as it should be`),
  ];
}

function main(argv: readonly string[]): number {
  const flags = parse(argv);
  if (flags === null) {
    process.stderr.write(HELP);
    return 2;
  }
  const measured = measure(flags);
  const page = pageOf(measured);
  if (flags.file === null) process.stdout.write(page);
  else writeFileSync(flags.file, page);
  const faults = broken(measured);
  for (const fault of faults) process.stderr.write(`out of bounds: ${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
