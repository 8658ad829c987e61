import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import type { InferRequest } from '../../src/serving/port.js';
import { World, nothing, place, shapeOf, signatureOf, valuesOf, wanted, type WorldOptions } from '../support/world.js';

const two = signatureOf([['a', 'FP32', [2]], ['b', 'INT64', [-1], { optional: true }]], [['y', 'FP32', [2]], ['z', 'INT64', [-1]]], 4);

/** What `fill` is refused with; the request is given up, and nothing may be left. */
function refused(options: WorldOptions, fill: (request: InferRequest) => void): string {
  const world = new World(options);
  const request = world.front.open(world.front.resolve('m', '', ''), 64, 0);
  let text = 'nothing was thrown';
  try {
    fill(request);
    request.send({ settled: () => undefined });
  } catch (thrown) {
    if (!(thrown instanceof ServingError)) throw thrown;
    text = `${thrown.reason}: ${thrown.message}`;
  }
  request.abandon();
  world.turn();
  expect(world.leaks()).toEqual(nothing(world));
  return text;
}

const a = (request: InferRequest, rows = 1): void => place(request, 0, 'FP32', [rows, 2], new Float32Array(2 * rows));

describe('what a request is refused with, in Triton\'s words', () => {
  const cases: readonly (readonly [string, (request: InferRequest) => void, string])[] = [
    ['no inputs', () => undefined, "missing_input: expected number of inputs between 1 and 2 but got 0 inputs for model 'm'. Got input(s) [], but missing required input(s) ['a']. Please provide all required input(s)."],
    ['an optional input alone', (r) => place(r, 1, 'INT64', [1, 1], new BigInt64Array(1)), "missing_input: expected number of inputs between 1 and 2 but got 1 inputs for model 'm'. Got input(s) ['b'], but missing required input(s) ['a']. Please provide all required input(s)."],
    ['an input twice', (r) => [a(r), a(r)], "unexpected_input: input 'a' already exists in request"],
    ['an output twice', (r) => [a(r), r.want(wanted(0)), r.want(wanted(0))], "unexpected_output: output 'y' already exists in request"],
    ['another datatype', (r) => place(r, 0, 'FP64', [1, 2], new Float64Array(2)), "datatype_mismatch: inference input 'a' data-type is 'FP64', but model 'm' expects 'FP32'"],
    ['another shape', (r) => place(r, 0, 'FP32', [1, 3], new Float32Array(3)), "shape_mismatch: unexpected shape for input 'a' for model 'm'. Expected [-1,2], got [1,3]. NOTE: Setting a non-zero max_batch_size in the model config requires a batch dimension to be prepended to each input shape. If you want to specify the full shape including the batch dim in your input dims config, try setting max_batch_size to zero."],
    ['another rank', (r) => place(r, 0, 'FP32', [2], new Float32Array(2)), "shape_mismatch: unexpected shape for input 'a' for model 'm'. Expected [-1,2], got [2]."],
    ['no shape', (r) => place(r, 0, 'FP32', [], new Float32Array(1)), "shape_mismatch: input 'a' has no shape but model requires batch dimension for 'm'"],
    ['too many rows', (r) => a(r, 5), "shape_mismatch: inference request batch-size must be <= 4 for 'm'"],
    ['no rows', (r) => a(r, 0), "shape_mismatch: input 'a' has a batch of 0 rows for 'm'; send at least one"],
    ['a negative dimension', (r) => r.place(1, 'INT64', [1, -2], 16), "shape_mismatch: input 'b' has dimension -2, which must be a whole number"],
    ['a dimension beyond 32 bits', (r) => r.place(1, 'INT64', [1, 2 ** 31], -1), "shape_mismatch: input 'b' has dimension 2147483648"],
    ['more elements than can be counted', (r) => r.place(1, 'INT64', [4, 2 ** 30], -1), "shape_mismatch: input 'b' has more than 2147483647 elements"],
    ['inputs of different rows', (r) => [a(r, 2), place(r, 1, 'INT64', [1, 1], new BigInt64Array(1))], "shape_mismatch: input 'b' batch size does not match other inputs for 'm'"],
    ['too few bytes', (r) => r.place(0, 'FP32', [1, 2], 7), "size_mismatch: input byte size mismatch for input 'a' for model 'm'. Expected 8, got 7"],
    ['more bytes than there is memory', (r) => r.place(1, 'INT64', [1, 2 ** 29], -1), 'memory_full: request memory has no room for 4294967296 bytes'],
  ];
  for (const [name, fill, expected] of cases) {
    it(name, () => expect(refused({ signature: two }, fill)).toContain(expected));
  }

  it('all of several required inputs', () => {
    const signature = signatureOf([['a', 'FP32', [1]], ['b', 'FP32', [1]]], [['y', 'FP32', [1]]], 0);
    expect(refused({ signature }, (r) => place(r, 1, 'FP32', [1], new Float32Array(1)))).toBe(
      "missing_input: expected 2 inputs but got 1 inputs for model 'm'. Got input(s) ['b'], but missing required input(s) ['a']. Please provide all required input(s).",
    );
  });

  it('texts that an engine cannot take, by name', () => {
    const signature = signatureOf([['s', 'BYTES', [2]]], [['y', 'BYTES', [2]]], 0);
    const bytes = (...all: number[]) => (r: InferRequest): void => place(r, 0, 'BYTES', [2], Uint8Array.from(all));
    expect(refused({ signature }, bytes(1, 0, 0, 0, 65))).toBe("size_mismatch: unexpected number of string elements 1 for input 's', expecting 2");
    expect(refused({ signature }, bytes(9, 0, 0, 0, 65))).toContain("size_mismatch: incomplete string data for input 's'");
    expect(refused({ signature }, bytes(1, 0, 0, 0, 65, 1, 0, 0, 0, 0))).toContain("invalid_argument: element 1 of input 's' has a NUL character");
    expect(refused({ signature }, bytes(1, 0, 0, 0, 255, 0, 0, 0, 0))).toContain("invalid_argument: element 0 of input 's' is not UTF-8");
  });
});

describe('what comes back', () => {
  it('is what was asked for, in that order, or everything', () => {
    const world = new World({ signature: two });
    const seen: string[][] = [];
    for (const choices of [[], [1], [1, 0]]) {
      const request = world.front.open(world.front.resolve('m', '', ''), 64, 0);
      a(request, 2);
      place(request, 1, 'INT64', [2, 3], BigInt64Array.from([1n, 2n, 3n, 4n, 5n, 6n]));
      for (const index of choices) request.want(wanted(index));
      request.send({
        settled: (done) => {
          seen.push(Array.from({ length: done.outputCount }, (_, i) => `${done.outputSpec(i).name} ${shapeOf(done, i).join('x')}: ${Array.from(valuesOf(done, i)).join()}`));
          done.release();
        },
      });
    }
    world.turn();
    expect(seen).toEqual([['y 2x2: 1,1,1,1', 'z 2x3: 1,2,3,4,5,6'], ['z 2x3: 1,2,3,4,5,6'], ['z 2x3: 1,2,3,4,5,6', 'y 2x2: 1,1,1,1']]);
    expect(world.leaks()).toEqual(nothing(world));
  });

  it('batches with others whatever the order in which inputs are given', () => {
    const world = new World({ signature: two });
    const send = (order: readonly number[]): void => {
      const request = world.front.open(world.front.resolve('m', '', ''), 64, 0);
      for (const index of order) {
        if (index === 0) a(request);
        else place(request, 1, 'INT64', [1, 3], new BigInt64Array(3));
      }
      request.send({ settled: (done) => done.release() });
    };
    send([0, 1]);
    send([1, 0]);
    expect(world.loops[0]!.step(false)).toBe(2);
    world.turn();
  });
});
