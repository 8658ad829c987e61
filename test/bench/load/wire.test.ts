import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader } from '../../../bench/load/wire.js';

const answer = (status: number, name: string, length: number, more = ''): string =>
  `HTTP/1.1 ${status} X\r\n${more}${name}: ${length}\r\nDate: now\r\n\r\n${'b'.repeat(length)}`;

describe('AnswerReader', () => {
  it('reads the same answers however the bytes are cut', () => {
    const shape = fc.record({
      status: fc.integer({ min: 200, max: 599 }),
      name: fc.constantFrom('Content-Length', 'content-length', 'CONTENT-LENGTH'),
      length: fc.nat({ max: 300 }),
      more: fc.constantFrom('', 'X-Content-Length-Not: 7\r\n', 'Inference-Header-Content-Length: 12\r\n'),
    });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (answers, cuts) => {
        const bytes = Buffer.from(answers.map(({ status, name, length, more }) => answer(status, name, length, more)).join(''));
        const seen: number[] = [];
        const reader = new AnswerReader((status) => seen.push(status));
        for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
          const length = Math.min(cuts[cut % cuts.length] ?? 1, bytes.length - at);
          reader.push(Buffer.from(bytes.subarray(at, at + length)), length);
          at += length;
        }
        expect(seen).toEqual(answers.map(({ status }) => status));
        expect(reader.idle).toBe(true);
      }),
    );
  });

  it('refuses answers without a length, without a status line, and endless heads', () => {
    const read = (text: string) => () => new AnswerReader(() => undefined).push(Buffer.from(text), text.length);
    expect(read('HTTP/1.1 200 OK\r\nDate: now\r\n\r\n')).toThrow('no Content-Length');
    expect(read('SSH-2.0-server-of-things\r\n\r\n')).toThrow('HTTP status line');
    expect(read('x'.repeat(20_000))).toThrow('16 KiB');
  });
});
