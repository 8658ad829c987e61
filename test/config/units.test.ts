import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/suggest.js';
import { formatBytes, parseBytes } from '../../src/config/units.js';

describe('sizes', () => {
  it.each([['64MiB', 2 ** 26], ['64 m', 2 ** 26], ['1.5GiB', 1.5 * 2 ** 30], ['1kb', 1000], ['7', 7], ['0', 0]])('reads %s', (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  it.each(['', 'MiB', '-1', '1.5', '1 apple', '1e3', 'constructor', '1constructor', '99999999TiB'])('refuses %j', (text) => {
    expect(parseBytes(text)).toBeNull();
  });

  it('are printed so that reading gives them back', () => {
    const sizes = fc.oneof(fc.nat(), fc.nat(9000).map((n) => n * 2 ** 20), fc.nat(900).map((n) => n * 2 ** 40));
    fc.assert(fc.property(sizes, (bytes) => {
      expect(parseBytes(String(formatBytes(bytes)))).toBe(bytes);
    }));
  });
});

describe('the nearest name', () => {
  it.each([['http-prot', 'http-port'], ['http_port', 'http-port'], ['HTTP-PORTS', 'http-port'], ['grpcport', 'grpc-port']])('for %s is %s', (name, found) => {
    expect(nearest(name, ['host', 'http-port', 'grpc-port'])).toBe(found);
  });

  it('is none where nothing is near, and for names without end', () => {
    expect(nearest('zebra', ['http-port', 'host'])).toBeNull();
    expect(nearest('a'.repeat(100_000), ['a'])).toBeNull();
  });
});
