import { expect, test } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { Intake } from '../../src/serving/intake.js';

test('takes up to its bound, refuses beyond it without taking, and has room again', () => {
  const intake = new Intake(100);
  intake.take(60);
  expect([intake.fits(41), intake.bytes, intake.fits(40), intake.bytes]).toEqual([false, 60, true, 100]);
  expect(() => intake.take(1)).toThrow(ServingError);
  intake.give(40);
  intake.take(1);
  expect(intake.bytes).toBe(61);
});
