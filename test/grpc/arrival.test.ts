import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arrival } from '../../src/grpc/arrival.js';
import { Intake } from '../../src/serving/intake.js';

function framed(length: number): Buffer {
  const frame = Buffer.alloc(5 + length);
  frame.writeUInt32BE(length, 1);
  return frame;
}

test('messages cut anywhere are followed to the byte: only what is unfinished is held', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), (messages, cuts) => {
      const bytes = Buffer.concat(messages.map(framed));
      const intake = new Intake(1000);
      const arrival = new Arrival(intake, true, 0);
      let at = 0;
      for (const cut of [...cuts, bytes.length]) {
        const end = Math.min(bytes.length, at + cut);
        if (end === at) continue;
        expect(arrival.took(bytes.subarray(at, end), 7)).toBe(true);
        at = end;
        let start = 0;
        for (const length of messages) {
          if (start + 5 + length > at) break;
          start += 5 + length;
        }
        const there = at - start;
        expect(intake.bytes).toBe(Math.max(0, there - 5));
        expect(arrival.isLate(100, 30, false)).toBe(there > 0);
      }
    }),
  );
});

test('the first message is owed from the start or from its first byte, and not while nobody reads', () => {
  const intake = new Intake(1000);
  const single = new Arrival(intake, true, 0);
  const many = new Arrival(intake, false, 0);
  expect([single.isLate(30, 30, false), single.isLate(31, 30, false), many.isLate(1000, 30, false)]).toEqual([false, true, false]);
  many.took(framed(10).subarray(0, 7), 50);
  expect([many.isLate(80, 30, false), many.isLate(81, 30, false), many.isLate(90, 30, true), many.isLate(120, 30, false), many.isLate(121, 30, false)]).toEqual([false, true, false, false, true]);
  many.took(Buffer.alloc(8), 121);
  expect([many.isLate(1000, 30, false), intake.bytes]).toEqual([false, 0]);
});

test('says when there is no room, and gives back what it held when the stream is gone', () => {
  const intake = new Intake(100);
  const arrival = new Arrival(intake, true, 0);
  const frame = framed(500);
  expect([arrival.took(frame.subarray(0, 100), 0), intake.bytes, arrival.took(frame.subarray(100, 200), 0), intake.bytes]).toEqual([true, 95, false, 95]);
  arrival.closed();
  expect(intake.bytes).toBe(0);
});
