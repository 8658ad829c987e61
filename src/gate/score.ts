/** Holds what a version answered against a golden set. Pure. */
import type { Signature } from '../tensor/signature.js';
import type { Expected, Golden, GoldenRow, Metric } from './golden.js';
import { decodeValues } from './values.js';

/** One output of a run. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly strings: readonly string[];
}

export type GoldenVerdict =
  | { readonly kind: 'passed'; readonly summary: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Rows that are named in a refusal. */
const NAMED_MAX = 3;

/** @param answers by row of the set, then by output of the signature */
export function judgeGolden(golden: Golden, signature: Signature, answers: readonly (readonly Answer[])[]): GoldenVerdict {
  if (answers.length !== golden.rows.length) return { kind: 'failed', reason: `golden set: ${answers.length} of ${golden.rows.length} rows were answered` };
  const wrong: string[] = [];
  let held = 0;
  golden.rows.forEach((row, k) => {
    for (const expected of row.expected) {
      if (metricOf(golden, signature, expected) !== undefined) continue;
      held += 1;
      const fault = outputFault(row, expected, signature, answers[k]!);
      if (fault !== null) wrong.push(fault);
    }
  });
  const measured = golden.metrics.map((metric) => ({ metric, value: measure(metric, golden, signature, answers) }));
  const missed = measured.filter(({ metric, value }) => !reaches(metric, value));
  const parts = [
    ...missed.map(({ metric, value }) => `${metric.kind} of '${metric.output}' is ${text(value)}, and the golden set asks for ${boundText(metric)}`),
    ...(wrong.length === 0 ? [] : [`${wrong.length} of ${held} outputs differ: ${wrong.slice(0, NAMED_MAX).join('; ')}${wrong.length > NAMED_MAX ? '; ...' : ''}`]),
  ];
  if (parts.length > 0) return { kind: 'failed', reason: `golden set failed: ${parts.join('; ')}` };
  const good = [...measured.map(({ metric, value }) => `${metric.kind} of '${metric.output}' ${text(value)} (${boundText(metric)})`), ...(held > 0 ? [`${held} outputs within their tolerance`] : [])];
  return { kind: 'passed', summary: `${good.join(', ')} over ${golden.rows.length} rows` };
}

function metricOf(golden: Golden, signature: Signature, { output }: Expected): Metric | undefined {
  return golden.metrics.find((metric) => metric.output === signature.outputs[output]!.name);
}

function outputFault(row: GoldenRow, { output, values, tolerance }: Expected, signature: Signature, answers: readonly Answer[]): string | null {
  const { name, datatype } = signature.outputs[output]!;
  const answer = answers[output]!;
  const given: ArrayLike<number | string> = datatype === 'BYTES' ? answer.strings : decodeValues(datatype, answer.bytes);
  if (given.length !== values.length) return `'${name}' of ${row.name} has ${given.length} values, ${values.length} were expected`;
  for (let i = 0; i < values.length; i++) {
    const [want, got] = [values[i]!, given[i]!];
    const isSame = typeof want === 'string' || typeof got === 'string' ? String(want) === String(got) : Math.abs(got - want) <= tolerance.absolute + tolerance.relative * Math.abs(want);
    if (!isSame) return `'${name}' of ${row.name} has ${text(got)} at ${i}, ${text(want)} was expected`;
  }
  return null;
}

/** Over all rows of all requests; NaN where nothing was expected of the output. */
function measure(metric: Metric, golden: Golden, signature: Signature, answers: readonly (readonly Answer[])[]): number {
  const output = signature.outputs.findIndex((spec) => spec.name === metric.output);
  const { datatype } = signature.outputs[output]!;
  let [sum, count] = [0, 0];
  golden.rows.forEach((row, k) => {
    const expected = row.expected.find((one) => one.output === output);
    if (expected === undefined) return;
    const answer = answers[k]![output]!;
    const scored = datatype === 'BYTES' ? strings(answer.strings, expected.values) : numbers(metric, decodeValues(datatype, answer.bytes), expected.values, Math.max(1, row.rows));
    sum += scored.sum;
    count += scored.count;
  });
  const mean = count === 0 ? Number.NaN : sum / count;
  return metric.kind === 'rootMeanSquareError' ? Math.sqrt(mean) : mean;
}

interface Scored {
  readonly sum: number;
  readonly count: number;
}

function strings(given: readonly string[], wanted: readonly (number | string)[]): Scored {
  return { sum: wanted.filter((value, i) => String(value) === given[i]).length, count: wanted.length };
}

function numbers(metric: Metric, given: Float64Array, wanted: readonly (number | string)[], rows: number): Scored {
  const want = wanted.map(Number);
  if (metric.kind === 'meanAbsoluteError' || metric.kind === 'rootMeanSquareError') {
    if (given.length !== want.length) return { sum: Number.NaN, count: want.length };
    const power = metric.kind === 'meanAbsoluteError' ? 1 : 2;
    return { sum: want.reduce((total, value, i) => total + Math.abs(given[i]! - value) ** power, 0), count: want.length };
  }
  const width = given.length / rows;
  const own = want.length / rows;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    const scores = given.subarray(row * width, (row + 1) * width);
    const label = own === 1 ? want[row]! : largest(want.slice(row * own, (row + 1) * own), 1)[0]!;
    // One number in a row is the answer itself, such as a class that the model has picked.
    const chosen = width === 1 ? [scores[0]!] : largest(scores, metric.kind === 'topK' ? metric.k : 1);
    if (chosen.includes(label)) right += 1;
  }
  return { sum: right, count: rows };
}

/** Indexes of the k largest; NaN is never among them. */
function largest(values: ArrayLike<number>, k: number): number[] {
  return Array.from({ length: values.length }, (_, i) => i).filter((i) => !Number.isNaN(values[i]!)).sort((a, b) => values[b]! - values[a]! || a - b).slice(0, k);
}

function reaches(metric: Metric, value: number): boolean {
  return 'min' in metric ? value >= metric.min : value <= metric.max;
}

function boundText(metric: Metric): string {
  return 'min' in metric ? `at least ${metric.min}` : `at most ${metric.max}`;
}

function text(value: number | string): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(Number(value.toPrecision(6)));
}
