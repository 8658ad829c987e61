/**
 * InferParameter: the typed values that requests, inputs and outputs carry in their `parameters` maps. The readers below
 * keep what this server acts on, refuse a value of the wrong type by name, and let unknown parameters pass: the protocol
 * leaves those to the model.
 */
import { ServingError } from '../base/error.js';
import { Wire, type Scanner } from './scan.js';
import type { InputFrame, OutputFrame, RequestFrame } from './frame.js';

type ParameterKind = 'none' | 'bool_param' | 'int64_param' | 'string_param' | 'double_param' | 'uint64_param';

const CLASSES_MAX = 1_000_000;

/** One map entry, read in place and used again for the next. */
export class Parameter {
  key = '';
  kind: ParameterKind = 'none';
  number = 0;
  text = '';

  /** Reads the entry between the scanner's place and `end`. */
  read(scan: Scanner, end: number): void {
    this.key = '';
    this.clear();
    while (scan.at < end) {
      const tag = scan.tag(end);
      if (tag === 10) this.key = scan.text(end);
      else if (tag === 18) this.readValue(scan, scan.span(end));
      else scan.skip(tag, end);
    }
  }

  private clear(): void {
    this.kind = 'none';
    this.number = 0;
    this.text = '';
  }

  private readValue(scan: Scanner, end: number): void {
    this.clear();
    while (scan.at < end) {
      const tag = scan.tag(end);
      switch (tag >>> 3) {
        case 1:
          scan.expect(tag, Wire.varint);
          this.number = scan.uint64(end) === 0 ? 0 : 1;
          this.kind = 'bool_param';
          break;
        case 2:
          scan.expect(tag, Wire.varint);
          this.number = scan.int64(end);
          this.kind = 'int64_param';
          break;
        case 3:
          scan.expect(tag, Wire.bytes);
          this.text = scan.text(end);
          this.kind = 'string_param';
          break;
        case 4:
          scan.expect(tag, Wire.fixed64);
          this.number = scan.double(end);
          this.kind = 'double_param';
          break;
        case 5:
          scan.expect(tag, Wire.varint);
          this.number = scan.uint64(end);
          this.kind = 'uint64_param';
          break;
        default:
          scan.skip(tag, end);
      }
    }
  }

  wrongType(wanted: string, where: string): ServingError {
    return new ServingError('invalid_argument', `invalid value type for '${this.key}' parameter${where}, expected ${wanted}`);
  }

  /** A count: int64 or uint64, not negative. */
  count(where: string): number {
    if (this.kind !== 'int64_param' && this.kind !== 'uint64_param') throw this.wrongType('int64_param', where);
    if (this.number < 0) {
      throw new ServingError('invalid_argument', `invalid value for '${this.key}' parameter${where}: ${this.number}, expected 0 or more`);
    }
    return this.number;
  }

  string(where: string): string {
    if (this.kind !== 'string_param') throw this.wrongType('string_param', where);
    return this.text;
  }

  flag(where: string): boolean {
    if (this.kind !== 'bool_param') throw this.wrongType('bool_param', where);
    return this.number !== 0;
  }
}

/** Sequences are of no use to a model without state: their keys are taken and ignored, as are unknown ones. */
export function applyToRequest(frame: RequestFrame, parameter: Parameter): void {
  switch (parameter.key) {
    case 'timeout':
      frame.timeoutUs = parameter.count('');
      return;
    case 'priority':
      frame.priority = parameter.count('');
      return;
    case 'triton_enable_empty_final_response':
      frame.finalFlag = parameter.flag('');
      return;
    default:
      if (parameter.key.startsWith('triton_')) {
        throw new ServingError(
          'invalid_argument',
          `parameter keys starting with 'triton_' are reserved for Triton usage. Only the following keys starting with ` +
            `'triton_' are allowed: triton_enable_empty_final_response; got '${parameter.key}'`,
        );
      }
  }
}

/** `binary_data_size`, which some clients add, says what the bytes say already. */
export function applyToInput(input: InputFrame, parameter: Parameter): void {
  const where = ` of input '${input.name}'`;
  switch (parameter.key) {
    case 'shared_memory_region':
      input.region = parameter.string(where);
      return;
    case 'shared_memory_byte_size':
      input.regionBytes = parameter.count(where);
      return;
    case 'shared_memory_offset':
      input.regionOffset = parameter.count(where);
  }
}

export function applyToOutput(output: OutputFrame, parameter: Parameter): void {
  const where = ` of output '${output.name}'`;
  switch (parameter.key) {
    case 'shared_memory_region':
      output.region = parameter.string(where);
      return;
    case 'shared_memory_byte_size':
      output.regionBytes = parameter.count(where);
      return;
    case 'shared_memory_offset':
      output.regionOffset = parameter.count(where);
      return;
    case 'classification':
      output.classes = parameter.count(where);
      if (output.classes === 0 || output.classes > CLASSES_MAX) {
        throw new ServingError(
          'invalid_argument',
          `invalid value for 'classification' parameter${where}: ${output.classes}, expected 1 to ${CLASSES_MAX}`,
        );
      }
  }
}
