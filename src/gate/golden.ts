/**
 * A golden set: inputs with what a version must answer to them, as JSON lines in `golden.jsonl` beside the model (or in a
 * version's folder, for that version alone). Faults name line and field, and all of them are told at once.
 *
 *   {"golden": 1, "metrics": [{"output": "scores", "kind": "accuracy", "min": 0.9}], "tolerance": {"scores": {"absolute": 0.01}}}
 *   {"name": "a seven", "inputs": [{"name": "image", "datatype": "FP32", "shape": [1, 64], "data": [...]}], "outputs": [{"name": "scores", "data": [7]}]}
 *
 * The first line is optional. An output with a metric counts towards it; any other must lie within its tolerance.
 */
import { z } from 'zod';
import type { Signature, TensorSpec } from '../tensor/signature.js';
import { encodeValues, flatten, valueFault } from './values.js';

export interface Tolerance {
  readonly absolute: number;
  /** Of the expected value. */
  readonly relative: number;
}

/** Of one output over all rows. For accuracy and topK, expected data is the index of the right class, or scores whose largest is right. */
export type Metric =
  | { readonly output: string; readonly kind: 'accuracy'; readonly min: number }
  | { readonly output: string; readonly kind: 'topK'; readonly k: number; readonly min: number }
  | { readonly output: string; readonly kind: 'meanAbsoluteError'; readonly max: number }
  | { readonly output: string; readonly kind: 'rootMeanSquareError'; readonly max: number };

export interface Expected {
  /** Position in the signature. */
  readonly output: number;
  readonly values: readonly (number | string)[];
  readonly tolerance: Tolerance;
}

export interface GoldenRow {
  readonly line: number;
  readonly name: string;
  /** Rows of the batch; 0 without a batch dimension. */
  readonly rows: number;
  /** In the order of the signature, batch dimension left out; null for an optional input. */
  readonly inputs: readonly ({ readonly shape: readonly number[]; readonly bytes: Uint8Array } | null)[];
  readonly expected: readonly Expected[];
}

export interface Golden {
  readonly metrics: readonly Metric[];
  readonly rows: readonly GoldenRow[];
}

export const GOLDEN_FILE = 'golden.jsonl';
export const GOLDEN_BYTES_MAX = 32 * 2 ** 20;
const ROWS_MAX = 10_000;
const FAULTS_MAX = 20;

const output = z.string();
const ratio = z.number().min(0).max(1);
const head = z.strictObject({
  golden: z.literal(1),
  metrics: z
    .array(z.discriminatedUnion('kind', [
      z.strictObject({ output, kind: z.literal('accuracy'), min: ratio }),
      z.strictObject({ output, kind: z.literal('topK'), k: z.int().min(1), min: ratio }),
      z.strictObject({ output, kind: z.literal('meanAbsoluteError'), max: z.number().min(0) }),
      z.strictObject({ output, kind: z.literal('rootMeanSquareError'), max: z.number().min(0) }),
    ]))
    .default([]),
  tolerance: z.record(z.string(), z.strictObject({ absolute: z.number().min(0).default(0), relative: z.number().min(0).default(0) })).default({}),
});
const line = z.strictObject({
  name: z.string().default(''),
  inputs: z.array(z.strictObject({ name: z.string(), datatype: z.string(), shape: z.array(z.int().min(0)), data: z.array(z.unknown()) })).min(1),
  outputs: z.array(z.strictObject({ name: z.string(), data: z.array(z.unknown()) })).min(1),
});

/** Rounding differs between devices; more than this is another answer. */
const DEFAULT_TOLERANCE: Tolerance = { absolute: 1e-4, relative: 1e-3 };

/** @param text of the file @param name for faults, such as `golden.jsonl` */
export function parseGolden(text: string, name: string, signature: Signature): { readonly golden: Golden } | { readonly faults: readonly string[] } {
  const reader = new Reader(name, signature);
  text.split('\n').forEach((each, index) => reader.line(each.trim(), index + 1));
  return reader.result();
}

class Reader {
  private readonly faults: string[] = [];
  private readonly rows: GoldenRow[] = [];
  private metrics: readonly Metric[] = [];
  private tolerance: Readonly<Record<string, Tolerance>> = {};
  private isFirst = true;

  constructor(private readonly name: string, private readonly signature: Signature) {}

  line(text: string, number: number): void {
    if (text === '' || this.faults.length >= FAULTS_MAX) return;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (thrown) {
      return this.fault(number, '', `is no JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    const isHead = this.isFirst && value !== null && typeof value === 'object' && 'golden' in value;
    this.isFirst = false;
    if (isHead) this.head(value, number);
    else if (this.rows.length >= ROWS_MAX) this.fault(number, '', `is beyond the ${ROWS_MAX} rows that a golden set may have`);
    else this.row(value, number);
  }

  result(): { readonly golden: Golden } | { readonly faults: readonly string[] } {
    if (this.faults.length === 0 && this.rows.length === 0) this.faults.push(`${this.name}: has no rows, so that nothing could pass it`);
    return this.faults.length > 0 ? { faults: this.faults } : { golden: { metrics: this.metrics, rows: this.rows } };
  }

  private head(value: unknown, number: number): void {
    const read = head.safeParse(value);
    if (!read.success) return this.issues(number, read.error.issues);
    const { metrics, tolerance } = read.data;
    this.metrics = metrics;
    this.tolerance = tolerance;
    for (const metric of metrics) if (this.outputNamed(metric.output) < 0) this.fault(number, 'metrics', this.noOutput(metric.output));
    for (const named of Object.keys(tolerance)) if (this.outputNamed(named) < 0) this.fault(number, `tolerance.${named}`, this.noOutput(named));
  }

  private row(value: unknown, number: number): void {
    const read = line.safeParse(value);
    if (!read.success) return this.issues(number, read.error.issues);
    const before = this.faults.length;
    const { signature } = this;
    const batched = signature.maxBatchSize > 0;
    let rows = batched ? -1 : 0;
    const inputs = signature.inputs.map((spec): GoldenRow['inputs'][number] => {
      const given = read.data.inputs.find((input) => input.name === spec.name);
      if (given === undefined) {
        if (!spec.optional) this.fault(number, 'inputs', `leaves out '${spec.name}'`);
        return null;
      }
      const field = `inputs.${spec.name}`;
      const shape = batched ? given.shape.slice(1) : given.shape;
      const fault = this.inputFault(spec, given, shape, batched);
      if (fault !== null) {
        this.fault(number, field, fault);
        return null;
      }
      if (batched && rows >= 0 && rows !== given.shape[0]) this.fault(number, field, `has ${given.shape[0]} rows, and an input before it ${rows}`);
      if (batched) rows = given.shape[0]!;
      return { shape, bytes: encodeValues(spec.datatype, flatten(given.data)) };
    });
    for (const { name } of read.data.inputs) if (!signature.inputs.some((spec) => spec.name === name)) this.fault(number, `inputs.${name}`, 'is no input of the model');
    const expected = read.data.outputs.flatMap((given) => this.expected(given, number));
    if (this.faults.length === before) this.rows.push({ line: number, name: read.data.name === '' ? `line ${number}` : read.data.name, rows, inputs, expected });
  }

  private inputFault(spec: TensorSpec, given: { readonly datatype: string; readonly shape: readonly number[]; readonly data: readonly unknown[] }, shape: readonly number[], batched: boolean): string | null {
    if (given.datatype !== spec.datatype) return `has datatype ${given.datatype}, and the model takes ${spec.datatype}`;
    const isShaped = shape.length === spec.dims.length && spec.dims.every((dim, d) => dim < 0 || dim === shape[d]);
    if (!isShaped || (batched && given.shape.length === 0)) return `has shape [${given.shape.join(',')}], and the model takes [${[...(batched ? [-1] : []), ...spec.dims].join(',')}]`;
    if (batched && (given.shape[0]! < 1 || given.shape[0]! > this.signature.maxBatchSize)) return `has ${given.shape[0]} rows, and a run takes 1 to ${this.signature.maxBatchSize}`;
    const values = flatten(given.data);
    const elements = given.shape.reduce((product, dim) => product * dim, 1);
    if (values.length !== elements) return `has ${values.length} values, and its shape needs ${elements}`;
    return valueFault(spec.datatype, values);
  }

  private expected(given: { readonly name: string; readonly data: readonly unknown[] }, number: number): Expected[] {
    const index = this.outputNamed(given.name);
    if (index < 0) {
      this.fault(number, `outputs.${given.name}`, this.noOutput(given.name));
      return [];
    }
    const spec = this.signature.outputs[index]!;
    const values = flatten(given.data);
    const bad = values.findIndex((value) => (spec.datatype === 'BYTES' ? typeof value !== 'string' && typeof value !== 'number' : typeof value !== 'number' && typeof value !== 'boolean'));
    if (bad >= 0 || values.length === 0) {
      this.fault(number, `outputs.${given.name}`, values.length === 0 ? 'expects nothing' : `value ${bad} is ${JSON.stringify(values[bad])}, and ${spec.datatype} was expected`);
      return [];
    }
    const plain = values.map((value) => (typeof value === 'string' ? value : Number(value)));
    return [{ output: index, values: plain, tolerance: this.tolerance[given.name] ?? DEFAULT_TOLERANCE }];
  }

  private outputNamed(name: string): number {
    return this.signature.outputs.findIndex((spec) => spec.name === name);
  }

  private noOutput(name: string): string {
    return `'${name}' is no output of the model; it has ${this.signature.outputs.map((spec) => `'${spec.name}'`).join(', ')}`;
  }

  private issues(number: number, issues: readonly z.core.$ZodIssue[]): void {
    for (const { path, message } of issues) this.fault(number, path.join('.'), message);
  }

  private fault(number: number, field: string, message: string): void {
    if (this.faults.length < FAULTS_MAX) this.faults.push(`${this.name}:${number}${field === '' ? '' : `: ${field}`}: ${message}`);
  }
}
