/**
 * Steady traffic for the example model: held-out digits at an even rate, each with the header of one of many users, and a
 * line a second of who answered and how well. Made for watching a rollout; `--help` has the flags.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Digits } from './data.js';
import { PIXELS } from './data.js';
import { splitOf } from './make.js';

const HELP = `Sends handwritten digits to a server and says each second who answered.

  --server URL    http://localhost:8000 when not given
  --model NAME    digits
  --rate N        requests a second, at most 2000; 200
  --seconds N     at most 3600; 60
  --users N       as many values of the header x-user take turns; 1000

Exits 0 when every request was answered, 1 when one failed, 2 when the command line cannot be used.

  npm run digits:ask -- --rate 300 --seconds 120
`;

const IN_FLIGHT_MAX = 256;
const TICK_MS = 10;

interface Second {
  asked: number;
  failed: number;
  right: number;
  late: number;
  readonly byVersion: Map<string, number>;
  readonly byArm: Map<string, number>;
  fault: string;
}

interface Asking {
  readonly url: string;
  readonly rate: number;
  readonly seconds: number;
  readonly users: number;
}

function emptySecond(): Second {
  return { asked: 0, failed: 0, right: 0, late: 0, byVersion: new Map(), byArm: new Map(), fault: '' };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function askOne({ url, users }: Asking, digits: Digits, at: number, second: Second): Promise<void> {
  const row = at % digits.count;
  const pixels = [...digits.pixels.subarray(row * PIXELS, (row + 1) * PIXELS)];
  const body = JSON.stringify({ inputs: [{ name: 'pixels', datatype: 'FP32', shape: [1, PIXELS], data: pixels }], outputs: [{ name: 'digit' }] });
  second.asked += 1;
  try {
    const reply = await fetch(url, { method: 'POST', body, headers: { 'x-user': `user-${at % users}` }, signal: AbortSignal.timeout(10_000) });
    const answer = (await reply.json()) as { error?: string; model_version?: string; outputs?: { data: number[] }[] };
    if (!reply.ok || answer.outputs === undefined) throw new TypeError(`${reply.status} ${answer.error ?? ''}`);
    count(second.byVersion, answer.model_version ?? '?');
    const arm = reply.headers.get('sluice-arm');
    if (arm !== null) count(second.byArm, arm);
    if (answer.outputs[0]?.data[0] === digits.labels[row]) second.right += 1;
  } catch (thrown) {
    second.failed += 1;
    second.fault = thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function line(atSecond: number, { asked, failed, right, late, byVersion, byArm, fault }: Second): string {
  const shares = (counts: ReadonlyMap<string, number>, word: string): string =>
    [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, n]) => `${word}${name} ${n}`).join(', ');
  const answered = asked - failed;
  return [
    `${String(atSecond).padStart(4)} s`,
    `${asked} asked`,
    shares(byVersion, 'version ') || 'no answers',
    ...(byArm.size > 0 ? [`(${shares(byArm, '')})`] : []),
    ...(answered > 0 ? [`${((100 * right) / answered).toFixed(1)} % right`] : []),
    `${failed} failed${fault === '' ? '' : `: ${fault}`}`,
    ...(late > 0 ? [`${late} not sent, too many were under way`] : []),
  ].join('  ');
}

/** @returns how many failed */
async function ask(asking: Asking, digits: Digits, say: (text: string) => void): Promise<number> {
  const { rate, seconds } = asking;
  const beganMs = performance.now();
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  let failed = 0;
  for (let atSecond = 1; atSecond <= seconds; atSecond++) {
    const second = emptySecond();
    while (performance.now() - beganMs < atSecond * 1000) {
      const due = Math.min(atSecond * rate, Math.floor(((performance.now() - beganMs) / 1000) * rate));
      for (; sent < due; sent++) {
        if (underWay.size >= IN_FLIGHT_MAX) {
          second.late += 1;
          continue;
        }
        const one = askOne(asking, digits, sent, second).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    await Promise.all(underWay);
    failed += second.failed;
    say(line(atSecond, second));
  }
  return failed;
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      server: { type: 'string', default: 'http://localhost:8000' },
      model: { type: 'string', default: 'digits' },
      rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '60' },
      users: { type: 'string', default: '1000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const number = (name: 'rate' | 'seconds' | 'users', max: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > max) throw new TypeError(`--${name} is a whole number from 1 to ${max}, not '${values[name]}'`);
    return value;
  };
  const asking = {
    url: `${values.server.replace(/\/$/, '')}/v2/models/${encodeURIComponent(values.model)}/infer`,
    rate: number('rate', 2000), seconds: number('seconds', 3600), users: number('users', 1e6),
  };
  const digits = splitOf(readFileSync('tools/digits/digits.csv.gz')).heldOut;
  return (await ask(asking, digits, (text) => process.stdout.write(`${text}\n`))) === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('ask.js') === true) {
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
    process.stderr.write(`digits:ask: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return 2;
  });
}
