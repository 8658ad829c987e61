import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { writeFloat32, writeFloat64, writeInteger } from '../../src/http/digits.js';
import { readBooleans, readFloats, readIntegers, readLongs } from '../../src/http/number.js';
import { Scanner } from '../../src/http/scan.js';

function scanner(text: string): Scanner {
  const s = new Scanner();
  const bytes = Buffer.from(text);
  s.reset(bytes, 0, bytes.length);
  return s;
}

function written(write: (out: Uint8Array, at: number, value: number) => number, value: number): string {
  const out = new Uint8Array(64).fill(63);
  const end = write(out, 5, value);
  expect(end - 5).toBeLessThanOrEqual(26);
  return Buffer.from(out.subarray(5, end)).toString();
}

function doubles(text: string, count = 1): number[] {
  const out = new Float64Array(count);
  readFloats(scanner(text), out, 0, count, 'x');
  return [...out];
}

function floats(text: string, count = 1): number[] {
  const out = new Float32Array(count);
  readFloats(scanner(text), out, 0, count, 'x');
  return [...out];
}

describe('reading floats', () => {
  it('gives every double back exactly from its own text', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
      expect(doubles(`${values.map((v) => (Object.is(v, -0) ? '-0' : String(v))).join(' , ')}]`, values.length)).toEqual(values);
    }), { numRuns: 500 });
  });

  it('rounds the text of any double to the nearest float of that double', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, min: -3e38, max: 3e38 }), (value) => {
      expect(floats(`${value}]`)).toEqual([Math.fround(Number(String(value)))]);
    }), { numRuns: 2000 });
  });

  it.each(['0.1', '-0', '1e5', '1E-5', '1e+2', '123456789012345678901234567890', '0.000000000000000000000000000001', '9007199254740993', '1.7976931348623157e308', '5e-324', '0.30000000000000004', '100000000000000000000000', '0.1e1'])('reads %s as the plain parser does', (text) => {
    expect(doubles(`${text}]`)).toEqual([JSON.parse(text)]);
    if (Math.abs(Number(text)) < 3e38) expect(floats(`${text}]`)).toEqual([Math.fround(JSON.parse(text) as number)]);
  });

  it.each(['NaN]', 'Infinity]', '-Infinity]', '01]', '-]', '1.]', '.5]', '+1]', '1e]', '1e+]', '"1"]', 'null]', '1', '1.5', '', '-', '0x10]', '1 2]', ',1]'])('refuses %s', (text) => {
    expect(() => { const s = scanner(text); const out = new Float64Array(1); readFloats(s, out, 0, 1, 'x'); s.expect(93); }).toThrow(ServingError);
  });

  it.each(['1e400]', '-1e309]'])('refuses %s, which a double cannot hold', (text) => {
    expect(() => doubles(text)).toThrow(/out of the range/);
  });

  it('refuses what would become infinity as a float, and takes the largest float', () => {
    expect(() => floats('3.4028236e38]')).toThrow(/out of the range/);
    expect(floats('3.4028235e38]')).toEqual([3.4028234663852886e38]);
  });

  it('does not read past its end, even when more digits lie there', () => {
    const bytes = Buffer.from('[1.5]');
    const s = new Scanner();
    s.reset(bytes, 1, 2);
    expect(() => readFloats(s, new Float64Array(1), 0, 1, 'x')).toThrow(/text ends/);
  });
});

describe('reading integers', () => {
  it('keeps all 64 bits', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { minLength: 1 }), (values) => {
      const out = new BigInt64Array(values.length);
      readLongs(scanner(`${values.join()}]`), new Uint32Array(out.buffer), 0, values.length, true, 'x');
      expect([...out]).toEqual(values);
    }), { numRuns: 300 });
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
      const out = new BigUint64Array(1);
      readLongs(scanner(`${value}]`), new Uint32Array(out.buffer), 0, 1, false, 'x');
      expect(out[0]).toBe(value);
    }), { numRuns: 300 });
  });

  it.each([['-1', false], ['18446744073709551616', false], ['9223372036854775808', true], ['-9223372036854775809', true], [`1${'0'.repeat(400)}`, true]])('refuses %s', (text, signed) => {
    expect(() => readLongs(scanner(`${text}]`), new Uint32Array(2), 0, 1, signed, 'x')).toThrow(/out of the range/);
  });

  it.each(['128', '-129', '1e9'.replace('e9', '000000000')])('refuses %s as INT8', (text) => {
    expect(() => readIntegers(scanner(`${text}]`), new Int8Array(1), 0, 1, -128, 127, 'x')).toThrow(/'x' is out of the range/);
  });

  it.each(['1.0', '1e2', '1.5'])('refuses %s, which is not whole in form', (text) => {
    expect(() => readIntegers(scanner(`${text}]`), new Int32Array(1), 0, 1, -128, 127, 'x')).toThrow(/whole number/);
  });

  it('takes booleans as words and as 0 and 1', () => {
    const out = new Uint8Array(4);
    readBooleans(scanner('true, false,1,0]'), out, 0, 4, 'x');
    expect([...out]).toEqual([1, 0, 1, 0]);
    expect(() => readBooleans(scanner('2]'), out, 0, 1, 'x')).toThrow(ServingError);
    expect(() => readBooleans(scanner('tru]'), out, 0, 1, 'x')).toThrow(ServingError);
  });
});

describe('writing numbers', () => {
  it('writes floats that read back as themselves, as JSON, in the fewest digits', () => {
    const fewest = (value: number): number => {
      for (let precision = 1; precision <= 9; precision++) if (Math.fround(Number(value.toPrecision(precision))) === value) return precision;
      return 9;
    };
    fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = written(writeFloat32, value);
      const back: unknown = JSON.parse(text);
      expect(Object.is(Math.fround(back as number), value)).toBe(true);
      const significant = text.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
      if (!Number.isInteger(value)) expect(significant).toBeLessThanOrEqual(fewest(value));
    }), { numRuns: 5000 });
  });

  it('reads back every exponent and the ends of every binade', () => {
    const bits = new Uint32Array(1);
    const value = new Float32Array(bits.buffer);
    for (let field = 0; field < 255; field++) {
      for (const mantissa of [0, 1, 2, 0x3fffff, 0x400000, 0x7ffffe, 0x7fffff]) {
        bits[0] = ((field << 23) | mantissa) >>> 0;
        expect(Math.fround(JSON.parse(written(writeFloat32, value[0] as number)) as number)).toBe(value[0]);
      }
    }
  });

  it.each([[0.1, '0.1'], [0.5, '0.5'], [-2.25, '-2.25'], [1e-7, '1e-7'], [3, '3'], [-0, '-0'], [16777216, '16777216'], [0.001, '0.001'], [123456.789, '123456.79'], [1.5e-8, '1.5e-8']])('writes %d as %s', (value, text) => {
    expect(written(writeFloat32, Math.fround(value))).toBe(text);
  });

  it('writes doubles and integers as the engine does', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Object.is(JSON.parse(written(writeFloat64, value)), value)).toBe(true);
    }));
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
      expect(written(writeInteger, value)).toBe(String(value));
    }), { numRuns: 1000 });
  });
});
