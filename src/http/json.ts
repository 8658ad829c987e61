/**
 * The JSON of an inference request, read in one pass over its bytes: numbers go straight from their text into request
 * memory. Members may come in any order; `data` that comes before its shape is remembered and read when the rest is
 * known. Members nobody knows are checked and passed over. One reader serves all requests of a front end, one at a time.
 */
import { ServingError } from '../base/error.js';
import type { InferRequest, OutputChoice, RegionSpan } from '../serving/port.js';
import { DATATYPES, isDatatype, type Datatype } from '../tensor/datatype.js';
import { DataReader } from './data.js';
import { readRequestParameters, TensorParameters } from './parameters.js';
import type { OutputPlan, Plan } from './plan.js';
import { CLOSE_LIST, CLOSE_OBJECT, latin1, Scanner } from './scan.js';

const ID = 1, PARAMETERS = 2, INPUTS = 4, OUTPUTS = 8, NAME = 16, SHAPE = 32, DATATYPE = 64, DATA = 128;
const DESCRIBED = NAME | SHAPE | DATATYPE;
/** More dimensions than any tensor of ONNX has; keeps nested data within the depth limit. */
const rankMax = 64;

interface WantedOutput {
  plan: OutputPlan;
  binary: boolean | null;
  classes: number;
  region: RegionSpan | null;
}

export class RequestReader {
  /** Inputs whose bytes follow the JSON, in order: where each goes and how long it is. Valid until the next `read`. */
  readonly binaryInput: number[] = [];
  readonly binaryOffset: number[] = [];
  readonly binarySize: number[] = [];
  binaryCount = 0;

  readonly #s = new Scanner();
  readonly #data = new DataReader(this.#s);
  readonly #parameters = new TensorParameters();
  readonly #shape: number[] = [];
  #elements = 0;
  #index = -1;
  #datatype: Datatype = 'FP32';
  #datatypeText = '';
  readonly #wanted: WantedOutput[] = [];

  /** @throws ServingError; the request is then to be abandoned */
  read(request: InferRequest, plan: Plan, bytes: Uint8Array, start: number, end: number): void {
    const s = this.#s;
    s.reset(bytes, start, end);
    this.binaryCount = 0;
    this.#wanted.length = 0;
    let seen = 0;
    if (s.openObject()) {
      do {
        s.key();
        if (s.textIs('inputs')) {
          seen = this.#once(seen, INPUTS, 'inputs');
          this.#readInputs(request, plan);
        } else if (s.textIs('outputs')) {
          seen = this.#once(seen, OUTPUTS, 'outputs');
          this.#readOutputs(plan);
        } else if (s.textIs('id')) {
          seen = this.#once(seen, ID, 'id');
          s.string();
          request.id = s.text();
        } else if (s.textIs('parameters')) {
          seen = this.#once(seen, PARAMETERS, 'parameters');
          readRequestParameters(s, request);
        } else {
          s.skip(1);
        }
      } while (s.more(CLOSE_OBJECT));
    }
    s.finish();
    if ((seen & INPUTS) === 0) throw new ServingError('malformed_body', "the request JSON has no 'inputs'");
    this.#want(request, plan);
  }

  #once(seen: number, bit: number, member: string): number {
    if ((seen & bit) !== 0) this.#s.fail(`member '${member}' given twice`);
    return seen | bit;
  }

  #readInputs(request: InferRequest, plan: Plan): void {
    const s = this.#s;
    s.expect(91);
    if (s.take(CLOSE_LIST)) return;
    do this.#readInput(request, plan);
    while (s.more(CLOSE_LIST));
  }

  #readInput(request: InferRequest, plan: Plan): void {
    const s = this.#s;
    let seen = 0;
    let placed = false;
    let dataAt = -1;
    this.#parameters.clear();
    this.#index = -1;
    if (s.openObject()) {
      do {
        s.key();
        if (s.textIs('data')) {
          seen = this.#once(seen, DATA, 'data');
          if ((seen & DESCRIBED) === DESCRIBED) {
            this.#placeData(request, plan);
            placed = true;
          } else {
            s.peek();
            dataAt = s.pos;
            s.skip(3);
          }
        } else if (s.textIs('name')) {
          seen = this.#once(seen, NAME, 'name');
          this.#readName(plan);
        } else if (s.textIs('shape')) {
          seen = this.#once(seen, SHAPE, 'shape');
          this.#readShape(plan);
        } else if (s.textIs('datatype')) {
          seen = this.#once(seen, DATATYPE, 'datatype');
          this.#readDatatype();
        } else if (s.textIs('parameters')) {
          seen = this.#once(seen, PARAMETERS, 'parameters');
          this.#parameters.read(s);
        } else {
          s.skip(3);
        }
      } while (s.more(CLOSE_OBJECT));
    }
    this.#requireMembers(seen, plan);
    if (!placed && dataAt >= 0) {
      const after = s.pos;
      s.pos = dataAt;
      this.#placeData(request, plan);
      s.pos = after;
    }
    this.#placeOutside(request, plan, (seen & DATA) !== 0);
  }

  #requireMembers(seen: number, plan: Plan): void {
    if ((seen & DESCRIBED) === DESCRIBED) return;
    const missing = (seen & NAME) === 0 ? 'name' : (seen & SHAPE) === 0 ? 'shape' : 'datatype';
    throw new ServingError('malformed_body', `input '${this.#nameOf(plan)}' has no '${missing}'`);
  }

  #nameOf(plan: Plan): string {
    return plan.inputs[this.#index]?.spec.name ?? '<unnamed>';
  }

  #readName(plan: Plan): void {
    const s = this.#s;
    s.string();
    const { inputs } = plan;
    for (let i = 0; i < inputs.length; i++) {
      if (s.textEquals((inputs[i] as Plan['inputs'][0]).nameBytes)) {
        this.#index = i;
        return;
      }
    }
    const name = s.text();
    this.#index = plan.target.inputIndex(name);
    if (this.#index < 0) throw new ServingError('unexpected_input', `unexpected inference input '${name}' for model '${plan.target.model}'`);
  }

  #readShape(plan: Plan): void {
    const s = this.#s;
    const shape = this.#shape;
    shape.length = 0;
    this.#elements = 1;
    s.expect(91);
    if (s.take(CLOSE_LIST)) return;
    do {
      s.number();
      const dim = Number(latin1(s.bytes, s.textStart, s.textEnd));
      if (!Number.isSafeInteger(dim) || dim < 0) {
        throw new ServingError('shape_mismatch', `unexpected shape for input '${this.#nameOf(plan)}' for model '${plan.target.model}': dimension ${latin1(s.bytes, s.textStart, Math.min(s.textEnd, s.textStart + 40))} is not a non-negative integer`);
      }
      shape.push(dim);
      this.#elements *= dim;
      if (shape.length > rankMax) throw new ServingError('shape_mismatch', `input '${this.#nameOf(plan)}' has more than ${rankMax} dimensions`);
    } while (s.more(CLOSE_LIST));
    // A dimension of 0 must not hide a product that cannot be counted.
    let product = 1;
    for (const dim of shape) product *= dim === 0 ? 1 : dim;
    if (product > 2 ** 48) throw new ServingError('shape_mismatch', `unexpected shape for input '${this.#nameOf(plan)}' for model '${plan.target.model}': element count exceeds the maximum`);
  }

  #readDatatype(): void {
    const s = this.#s;
    s.string();
    // The datatype of the input before is the likeliest, and comparing is cheaper than making a string.
    if (this.#datatypeText !== '' && s.textIs(this.#datatypeText)) return;
    const text = s.text();
    if (!isDatatype(text)) throw new ServingError('datatype_mismatch', `unknown datatype '${text}' of an inference input`);
    this.#datatype = text;
    this.#datatypeText = text;
  }

  #placeData(request: InferRequest, plan: Plan): void {
    const s = this.#s;
    const name = this.#nameOf(plan);
    const datatype = this.#datatype;
    if (!DATATYPES[datatype].json) {
      throw new ServingError('datatype_mismatch', `sending ${datatype} data via JSON is not supported. Please use the binary data format for input '${name}'`);
    }
    let length = -1;
    if (datatype === 'BYTES') {
      s.peek();
      const at = s.pos;
      length = this.#data.measure(name, this.#shape, this.#elements);
      s.pos = at;
    } else if (this.#elements > s.end - s.pos) {
      // Each element takes a byte of text at least: refuse before making room for a claim.
      throw new ServingError('shape_mismatch', `Unable to parse 'data' of input '${name}': Shape does not match true shape of 'data' field`);
    }
    const offset = request.place(this.#index, datatype, this.#shape, length);
    this.#data.write(request.bytes, offset, datatype, DATATYPES[datatype].bytes, name, this.#shape, this.#elements);
  }

  /** Inputs whose bytes do not stand in the JSON. */
  #placeOutside(request: InferRequest, plan: Plan, hasData: boolean): void {
    const { binarySize } = this.#parameters;
    const name = this.#nameOf(plan);
    const span = this.#parameters.span(name);
    if (Number(hasData) + Number(binarySize >= 0) + Number(span !== null) !== 1) {
      throw new ServingError('invalid_argument', `input '${name}' must have exactly one of 'data', 'binary_data_size' and 'shared_memory_region'`);
    }
    if (hasData) return;
    if (span !== null) {
      request.placeRegion(this.#index, this.#datatype, this.#shape, span);
      return;
    }
    const i = this.binaryCount++;
    this.binaryOffset[i] = request.place(this.#index, this.#datatype, this.#shape, binarySize);
    this.binarySize[i] = binarySize;
    this.binaryInput[i] = this.#index;
  }

  #readOutputs(plan: Plan): void {
    const s = this.#s;
    s.expect(91);
    if (s.take(CLOSE_LIST)) return;
    do this.#readOutput(plan);
    while (s.more(CLOSE_LIST));
  }

  #readOutput(plan: Plan): void {
    const s = this.#s;
    const parameters = this.#parameters;
    parameters.clear();
    let found: OutputPlan | null = null;
    if (s.openObject()) {
      do {
        s.key();
        if (s.textIs('name')) {
          s.string();
          found = findOutput(s, plan);
        } else if (s.textIs('parameters')) {
          parameters.read(s);
        } else {
          s.skip(3);
        }
      } while (s.more(CLOSE_OBJECT));
    }
    if (found === null) throw new ServingError('malformed_body', "a requested output has no 'name'");
    const { name } = found.spec;
    for (const other of this.#wanted) {
      if (other.plan === found) throw new ServingError('unexpected_output', `output '${name}' already exists in request`);
    }
    const region = parameters.span(name);
    if (region !== null && parameters.classes > 0) {
      throw new ServingError('invalid_argument', `output '${name}' can not set both 'shared_memory_region' and 'classification'`);
    }
    this.#wanted.push({ plan: found, binary: parameters.binary, classes: parameters.classes, region });
  }

  /** Outputs are declared last, because the default for binary may stand after them. */
  #want(request: InferRequest, plan: Plan): void {
    if (this.#wanted.length === 0) {
      if (request.binaryDefault) return;
      for (const output of plan.outputs) requireJson(output.spec.datatype, output.spec.name);
      return;
    }
    for (const { plan: output, binary, classes, region } of this.#wanted) {
      const asBinary = binary ?? request.binaryDefault;
      const { index } = output.asJson;
      let choice: OutputChoice = asBinary ? output.asBinary : output.asJson;
      if (classes > 0 || region !== null) choice = { index, binary: asBinary, classes, region };
      else if (!asBinary) requireJson(output.spec.datatype, output.spec.name);
      request.want(choice);
    }
  }
}

function findOutput(s: Scanner, plan: Plan): OutputPlan {
  for (const output of plan.outputs) if (s.textEquals(output.nameBytes)) return output;
  const name = s.text();
  const found = plan.outputs[plan.target.outputIndex(name)];
  if (found === undefined) throw new ServingError('unexpected_output', `unexpected inference output '${name}' for model '${plan.target.model}'`);
  return found;
}

function requireJson(datatype: Datatype, name: string): void {
  if (DATATYPES[datatype].json) return;
  throw new ServingError('invalid_argument', `sending ${datatype} data via JSON is not supported. Please use the binary data format for output '${name}'`);
}

/** Checks that a body of a control request is JSON of bearable depth before the plain parser gets it. */
export function parseJson(bytes: Uint8Array): unknown {
  const s = new Scanner();
  s.reset(bytes, 0, bytes.length);
  s.skip(0);
  s.finish();
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as unknown;
}

