/** Command line of the benchmarks. All faults are told at once; nothing starts with unusable options. */
import { parseArgs } from 'node:util';
import { faultText } from './fault.js';
import type { Settings } from './stage.js';

export interface BenchOptions {
  readonly names: readonly string[];
  readonly settings: Settings;
  /** Result file; null writes `bench/result/<date>.json`. */
  readonly out: string | null;
}

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'unusable'; readonly faults: readonly string[] };

export const HELP = `npm run bench -- [scenario ...] [options] [-- gateway flags]

Without scenarios, all of them run. Progress goes to stderr, the table to stdout.

  --seconds N   of each counted measurement (default: the scenario's own)
  --rounds N    pairs of gateway and ceiling, medians of which are read (default 3)
  --quick       short runs: shows that everything works, and no number worth keeping
  --out FILE    result file (default bench/result/<date>.json; not written with --quick)
  --list        names the scenarios
  --help        this text

Exit code 0 when every scenario ran, also when one falls short of its target; 1 when one could not be measured.
`;

const ROUNDS = 3;

export function parseOptions(argv: readonly string[], known: readonly string[]): ParsedOptions {
  const split = argv.indexOf('--');
  const own = split < 0 ? argv : argv.slice(0, split);
  const flags = split < 0 ? [] : argv.slice(split + 1);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...own],
      allowPositionals: true,
      options: {
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        out: { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (thrown) {
    return { kind: 'unusable', faults: [faultText(thrown)] };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.list) return { kind: 'list' };
  const faults = positionals
    .filter((name) => !known.includes(name))
    .map((name) => `there is no scenario "${name}"; there are ${known.join(', ')}`);
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  if (seconds !== null && !(seconds > 0 && seconds <= 3600)) faults.push('--seconds takes a number above 0 and up to 3600');
  const rounds = values.rounds === undefined ? ROUNDS : Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 100)) faults.push('--rounds takes a whole number from 1 to 100');
  if (faults.length > 0) return { kind: 'unusable', faults };
  const settings: Settings = { seconds, rounds, quick: values.quick, flags };
  return { kind: 'run', options: { names: positionals, settings, out: values.out ?? null } };
}
