/**
 * InferTensorContents: typed values, turned into tensor bytes straight from the wire, without arrays of numbers between.
 * `measure` says how many bytes they become and `write` writes them, little endian, wherever it is told. Packed floats
 * are already tensor bytes: they are copied.
 */
import { copyIn } from '../memory/copy.js';
import { ServingError } from '../base/error.js';
import { DATATYPES, type Datatype } from '../tensor/datatype.js';
import type { InputFrame } from './frame.js';
import { Wire, Scanner } from './scan.js';

interface Lane {
  /** Field of InferTensorContents that holds the datatype's values; 0 where only raw bytes may. */
  readonly field: number;
  readonly wire: Wire;
  /** Least and greatest value that fits; unused for 64-bit integers and floats. */
  readonly least: number;
  readonly greatest: number;
}

const integer = (field: number, least: number, greatest: number): Lane => ({ field, wire: Wire.varint, least, greatest });

const LANES: Readonly<Record<Datatype, Lane>> = {
  BOOL: integer(1, 0, 1),
  INT8: integer(2, -128, 127),
  INT16: integer(2, -32_768, 32_767),
  INT32: integer(2, -2_147_483_648, 2_147_483_647),
  INT64: integer(3, 0, 0),
  UINT8: integer(4, 0, 255),
  UINT16: integer(4, 0, 65_535),
  UINT32: integer(4, 0, 4_294_967_295),
  UINT64: integer(5, 0, 0),
  FP32: { field: 6, wire: Wire.fixed32, least: 0, greatest: 0 },
  FP64: { field: 7, wire: Wire.fixed64, least: 0, greatest: 0 },
  BYTES: { field: 8, wire: Wire.bytes, least: 0, greatest: 0 },
  FP16: { field: 0, wire: Wire.bytes, least: 0, greatest: 0 },
  BF16: { field: 0, wire: Wire.bytes, least: 0, greatest: 0 },
};

/** The datatype that a field of the contents stands for, for the text of a mismatch. */
const FIELD_DATATYPE = ['', 'BOOL', 'INT32', 'INT64', 'UINT32', 'UINT64', 'FP32', 'FP64', 'BYTES'];

const scan = new Scanner();

/** @returns bytes of the tensor. @throws ServingError malformed_body, datatype_mismatch, invalid_argument */
export function measure(input: InputFrame, datatype: Datatype, model: string): number {
  const lane = LANES[datatype];
  if (lane.field === 0) {
    throw new ServingError(
      'invalid_argument',
      `input '${input.name}' of type '${datatype}' for model '${model}' has no typed contents: send its bytes in raw_input_contents`,
    );
  }
  const end = open(input);
  const size = DATATYPES[datatype].bytes;
  let total = 0;
  while (scan.at < end) {
    const tag = scan.tag(end);
    const field = tag >>> 3;
    if (field === lane.field) total += lane.wire === Wire.bytes ? measureBytes(tag, end) : size * countOf(tag, end, lane);
    else if (field > 8) scan.skip(tag, end);
    else {
      const start = scan.at;
      scan.skip(tag, end);
      // A packed field without elements says nothing.
      if (scan.at - start === 1 && (tag & 7) === Wire.bytes && field !== 8) continue;
      throw new ServingError(
        'datatype_mismatch',
        `unexpected explicit tensor data for input tensor '${input.name}' for model '${model}' of type ` +
          `'${FIELD_DATATYPE[field]}', expected datatype '${datatype}'`,
      );
    }
  }
  return total;
}

/** Writes what `measure` measured. @throws ServingError invalid_argument, when a value does not fit the datatype */
export function write(input: InputFrame, datatype: Datatype, memory: Uint8Array, offset: number): void {
  const lane = LANES[datatype];
  const end = open(input);
  const size = DATATYPES[datatype].bytes;
  let at = offset;
  while (scan.at < end) {
    const tag = scan.tag(end);
    if (tag >>> 3 !== lane.field) {
      scan.skip(tag, end);
    } else if (lane.wire === Wire.bytes) {
      at = writeBytes(end, memory, at);
    } else {
      const stop = (tag & 7) === Wire.bytes ? scan.span(end) : -1;
      if (lane.wire === Wire.varint) at = writeIntegers(input, datatype, lane, stop, end, memory, at);
      else {
        const length = stop < 0 ? size : stop - scan.at;
        copyInto(memory, at, scan.bytes, scan.at, scan.at + length);
        scan.at += length;
        at += length;
      }
    }
  }
}

function open(input: InputFrame): number {
  scan.open(input.contents!, input.contentsStart);
  return input.contentsEnd;
}

function measureBytes(tag: number, end: number): number {
  scan.expect(tag, Wire.bytes);
  const stop = scan.span(end);
  const length = stop - scan.at;
  scan.at = stop;
  return 4 + length;
}

function countOf(tag: number, end: number, lane: Lane): number {
  if ((tag & 7) !== Wire.bytes) {
    scan.expect(tag, lane.wire);
    scan.skip(tag, end);
    return 1;
  }
  const stop = scan.span(end);
  const start = scan.at;
  if (lane.wire === Wire.varint) {
    const { bytes } = scan;
    let count = 0;
    for (let i = start; i < stop; i++) if (bytes[i]! < 0x80) count++;
    if (stop > start && bytes[stop - 1]! >= 0x80) throw scan.malformed('a packed varint cut off');
    scan.at = stop;
    return count;
  }
  const size = lane.wire === Wire.fixed32 ? 4 : 8;
  if ((stop - start) % size !== 0) throw scan.malformed(`packed values of ${stop - start} bytes`);
  scan.at = stop;
  return (stop - start) / size;
}

/** `stop` is the end of a packed run; -1 for a single value. */
function writeIntegers(
  input: InputFrame,
  datatype: Datatype,
  lane: Lane,
  stop: number,
  end: number,
  memory: Uint8Array,
  start: number,
): number {
  const size = DATATYPES[datatype].bytes;
  const last = stop < 0 ? end : stop;
  let at = start;
  do {
    if (stop >= 0 && scan.at >= stop) break;
    const byte = scan.bytes[scan.at]!;
    if (byte < 0x80) {
      scan.at++;
      scan.low = byte;
      scan.high = 0;
    } else scan.varint(last);
    const { low, high } = scan;
    if (size < 8 && !fits(datatype, lane)) {
      throw new ServingError('invalid_argument', `input '${input.name}' has a value that does not fit its datatype ${datatype}`);
    }
    memory[at] = datatype === 'BOOL' ? low | high && 1 : low;
    if (size > 1) memory[at + 1] = low >>> 8;
    if (size > 2) {
      memory[at + 2] = low >>> 16;
      memory[at + 3] = low >>> 24;
    }
    if (size > 4) {
      memory[at + 4] = high;
      memory[at + 5] = high >>> 8;
      memory[at + 6] = high >>> 16;
      memory[at + 7] = high >>> 24;
    }
    at += size;
  } while (stop >= 0);
  return at;
}

/** Whether the integer just read lies in the datatype: as int32 for the signed, as uint32 for the others. */
function fits(datatype: Datatype, lane: Lane): boolean {
  if (datatype === 'BOOL') return true;
  // As protobuf has it, 32-bit fields keep the low half of whatever was written.
  const value = lane.least < 0 ? scan.low | 0 : scan.low >>> 0;
  return value >= lane.least && value <= lane.greatest;
}

function writeBytes(end: number, memory: Uint8Array, start: number): number {
  const stop = scan.span(end);
  const length = stop - scan.at;
  memory[start] = length;
  memory[start + 1] = length >>> 8;
  memory[start + 2] = length >>> 16;
  memory[start + 3] = length >>> 24;
  copyInto(memory, start + 4, scan.bytes, scan.at, stop);
  scan.at = stop;
  return start + 4 + length;
}

/** Up to here a loop beats making a view (measured: 16 bytes 34 ns against 92 ns, 64 bytes 134 ns against 104 ns). */
const LOOP_BYTES_MAX = 32;

export function copyInto(to: Uint8Array, at: number, from: Uint8Array, start: number, end: number): void {
  if (end - start > LOOP_BYTES_MAX) copyIn(from.subarray(start, end), to, at);
  else for (let i = start, o = at; i < end; i++, o++) to[o] = from[i]!;
}
