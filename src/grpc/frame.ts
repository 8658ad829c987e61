/**
 * ModelInferRequest as it lies in its Buffer: names as strings, payloads as places. Reading a frame copies no tensor byte
 * and makes no object but the strings: the frame and its parts are used again for the next request, which is safe
 * because a request is read, checked and written to request memory in one turn of the event loop.
 */
import { Parameter, applyToInput, applyToOutput, applyToRequest } from './parameter.js';
import { Scanner, Wire } from './scan.js';
import { ServingError } from '../base/error.js';

/** Far above any real model, far below what could hurt. */
const TENSORS_MAX = 4096;
const RANK_MAX = 64;

export class InputFrame {
  name = '';
  datatype = '';
  readonly shape: number[] = [];
  /** Where InferTensorContents lies; null when the input has none. */
  contents: Buffer | null = null;
  contentsStart = 0;
  contentsEnd = 0;
  /** Shared memory; '' when none, -1 when the size is not given. */
  region = '';
  regionOffset = 0;
  regionBytes = -1;

  clear(): void {
    this.name = '';
    this.datatype = '';
    this.shape.length = 0;
    this.contents = null;
    this.region = '';
    this.regionOffset = 0;
    this.regionBytes = -1;
  }
}

export class OutputFrame {
  name = '';
  classes = 0;
  region = '';
  regionOffset = 0;
  regionBytes = -1;

  clear(): void {
    this.name = '';
    this.classes = 0;
    this.region = '';
    this.regionOffset = 0;
    this.regionBytes = -1;
  }
}

export class RequestFrame {
  bytes: Buffer = Buffer.alloc(0);
  model = '';
  version = '';
  id = '';
  timeoutUs = 0;
  priority = 0;
  /** Whether the client asked to have final responses marked. */
  finalFlag = false;
  inputCount = 0;
  outputCount = 0;
  rawCount = 0;
  readonly inputs: InputFrame[] = [];
  readonly outputs: OutputFrame[] = [];
  readonly rawStart: number[] = [];
  readonly rawEnd: number[] = [];

  /** Spans of the request's own parameters. */
  private readonly parameters: number[] = [];
  private readonly scan = new Scanner();
  private readonly parameter = new Parameter();
  /** Spans of the parameters of the tensor being read, kept until its name is known. */
  private readonly pending: number[] = [];

  /** @throws ServingError malformed_body, invalid_argument */
  read(bytes: Buffer): void {
    this.clear(bytes);
    const { scan } = this;
    scan.open(bytes, 0);
    const end = bytes.length;
    while (scan.at < end) {
      const tag = scan.tag(end);
      const field = tag >>> 3;
      if (field === 0 || field > 7) {
        scan.skip(tag, end);
        continue;
      }
      scan.expect(tag, Wire.bytes);
      this.readField(field, end);
    }
  }

  /** Drops the reference to the message, which would live until the next one otherwise. */
  clear(bytes: Buffer): void {
    this.bytes = bytes;
    this.model = this.version = this.id = '';
    this.timeoutUs = this.priority = 0;
    this.finalFlag = false;
    this.parameters.length = 0;
    for (let i = 0; i < this.inputCount; i++) this.inputs[i]!.contents = null;
    this.inputCount = this.outputCount = this.rawCount = 0;
  }

  private readField(field: number, end: number): void {
    const { scan } = this;
    switch (field) {
      case 1:
        this.model = scan.text(end);
        return;
      case 2:
        this.version = scan.text(end);
        return;
      case 3:
        this.id = scan.text(end);
        return;
      case 4:
        this.readParameter(scan.span(end));
        return;
      case 5:
        this.readInput(scan.span(end));
        return;
      case 6:
        this.readOutput(scan.span(end));
        return;
      default: {
        const stop = scan.span(end);
        if (this.rawCount === TENSORS_MAX) throw tooMany('raw_input_contents');
        this.rawStart[this.rawCount] = scan.at;
        this.rawEnd[this.rawCount++] = stop;
        scan.at = stop;
      }
    }
  }

  /** A parameter of the request as text; '' when it is not there, or neither text nor an integer. */
  parameterText(name: string): string {
    for (let i = 0; i < this.parameters.length; i += 2) {
      this.scan.at = this.parameters[i]!;
      this.parameter.read(this.scan, this.parameters[i + 1]!);
      const { key, kind, text, number } = this.parameter;
      if (key === name) return kind === 'string_param' ? text : kind === 'int64_param' || kind === 'uint64_param' ? String(number) : '';
    }
    return '';
  }

  private readParameter(stop: number): void {
    this.parameters.push(this.scan.at, stop);
    this.parameter.read(this.scan, stop);
    applyToRequest(this, this.parameter);
  }

  private readInput(end: number): void {
    if (this.inputCount === TENSORS_MAX) throw tooMany('inputs');
    const input = (this.inputs[this.inputCount] ??= new InputFrame());
    this.inputCount++;
    input.clear();
    this.pending.length = 0;
    const { scan } = this;
    while (scan.at < end) {
      const tag = scan.tag(end);
      switch (tag >>> 3) {
        case 1:
          scan.expect(tag, Wire.bytes);
          input.name = scan.text(end);
          break;
        case 2:
          scan.expect(tag, Wire.bytes);
          input.datatype = scan.text(end);
          break;
        case 3:
          this.readShape(input, tag, end);
          break;
        case 4:
          scan.expect(tag, Wire.bytes);
          this.keepParameter(scan.span(end));
          break;
        case 5:
          scan.expect(tag, Wire.bytes);
          this.keepContents(input, scan.span(end));
          break;
        default:
          scan.skip(tag, end);
      }
    }
    for (let i = 0; i < this.pending.length; i += 2) {
      scan.at = this.pending[i]!;
      this.parameter.read(scan, this.pending[i + 1]!);
      applyToInput(input, this.parameter);
    }
    scan.at = end;
  }

  private readOutput(end: number): void {
    if (this.outputCount === TENSORS_MAX) throw tooMany('outputs');
    const output = (this.outputs[this.outputCount] ??= new OutputFrame());
    this.outputCount++;
    output.clear();
    this.pending.length = 0;
    const { scan } = this;
    while (scan.at < end) {
      const tag = scan.tag(end);
      if (tag === 10) output.name = scan.text(end);
      else if (tag === 18) this.keepParameter(scan.span(end));
      else scan.skip(tag, end);
    }
    for (let i = 0; i < this.pending.length; i += 2) {
      scan.at = this.pending[i]!;
      this.parameter.read(scan, this.pending[i + 1]!);
      applyToOutput(output, this.parameter);
    }
    scan.at = end;
  }

  private readShape(input: InputFrame, tag: number, end: number): void {
    const { scan } = this;
    if ((tag & 7) === Wire.varint) {
      input.shape.push(scan.int64(end));
    } else {
      scan.expect(tag, Wire.bytes);
      const stop = scan.span(end);
      while (scan.at < stop) {
        if (input.shape.length > RANK_MAX) break;
        input.shape.push(scan.int64(stop));
      }
    }
    if (input.shape.length > RANK_MAX) {
      throw new ServingError('invalid_argument', `input '${input.name}' has a shape of more than ${RANK_MAX} dimensions`);
    }
  }

  private keepParameter(stop: number): void {
    this.pending.push(this.scan.at, stop);
    this.scan.at = stop;
  }

  /** A message field given twice is merged, and merging is what joining the bytes does. */
  private keepContents(input: InputFrame, stop: number): void {
    const { scan } = this;
    if (input.contents === null) {
      input.contents = this.bytes;
      input.contentsStart = scan.at;
      input.contentsEnd = stop;
    } else {
      const before = input.contents.subarray(input.contentsStart, input.contentsEnd);
      input.contents = Buffer.concat([before, this.bytes.subarray(scan.at, stop)]);
      input.contentsStart = 0;
      input.contentsEnd = input.contents.length;
    }
    scan.at = stop;
  }
}

function tooMany(what: string): ServingError {
  return new ServingError('invalid_argument', `the request has more than ${TENSORS_MAX} ${what}`);
}
