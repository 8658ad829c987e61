import { expect, it } from 'vitest';
import { REASON_NAMES, ServingError } from '../../src/base/error.js';
import { identify } from '../../src/serving/identify.js';

const text = (thrown: unknown): string => (thrown as Error).message;

it('puts the id before refusals of inputs and outputs, and keeps the reason and the cause', () => {
  const fault = new ServingError('shape_mismatch', 'unexpected shape');
  const named = identify(fault, '42');
  expect(named).toBeInstanceOf(ServingError);
  expect([text(named), (named as ServingError).reason, (named as ServingError).cause]).toEqual(['[request id: 42] unexpected shape', 'shape_mismatch', fault]);
  const all = REASON_NAMES.filter((reason) => text(identify(new ServingError(reason, 'x'), 'a')) === '[request id: a] x');
  expect(all.sort()).toEqual(['datatype_mismatch', 'missing_input', 'shape_mismatch', 'size_mismatch', 'unexpected_input', 'unexpected_output']);
});

it('leaves what has no id or is not of the catalogue, and bounds a long id', () => {
  const fault = new ServingError('shape_mismatch', 'x');
  expect(identify(fault, '')).toBe(fault);
  const foreign = new RangeError('x');
  expect(identify(foreign, '42')).toBe(foreign);
  expect(text(identify(fault, 'i'.repeat(10_000))).length).toBeLessThan(300);
});
