import { describe, expect, it } from 'vitest';
import { readyLine } from '../../bench/gateway.js';
import { parseOptions } from '../../bench/options.js';
import { cpuSecondsOf, residentOf } from '../../bench/proc.js';
import { configured } from '../../bench/repository.js';

describe('readyLine', () => {
  it('reads ports from numbers, addresses and URLs', () => {
    const line = JSON.stringify({ level: 30, msg: 'ready', http: 'http://127.0.0.1:8000/', grpc: '[::]:8001', metrics: 8002 });
    expect(readyLine(line)).toEqual({ http: 8000, grpc: 8001, metrics: 8002 });
  });

  it('passes over other lines', () => {
    expect([readyLine('{"msg":"loading"}'), readyLine('ready'), readyLine('{broken')]).toEqual([null, null, null]);
  });
});

describe('process facts', () => {
  it('reads CPU time behind a command with spaces and parentheses', () => {
    expect(cpuSecondsOf('12 (node (x) y) S 1 2 3 4 5 6 7 8 9 10 250 150 0 0')).toBe(4);
    expect(cpuSecondsOf('')).toBeNaN();
  });

  it('reads resident memory in bytes', () => {
    expect(residentOf('VmPeak:\t 9 kB\nVmRSS:\t   2048 kB\n')).toBe(2048 * 1024);
    expect(residentOf('')).toBeNaN();
  });
});

describe('parseOptions', () => {
  const known = ['json', 'swap'];

  it('tells scenarios, options and gateway flags apart', () => {
    const parsed = parseOptions(['swap', '--seconds', '2.5', '--quick', '--', '--front-ends', '1'], known);
    expect(parsed).toEqual({
      kind: 'run',
      options: { names: ['swap'], out: null, settings: { seconds: 2.5, rounds: 3, quick: true, flags: ['--front-ends', '1'] } },
    });
  });

  it('tells all faults at once', () => {
    const parsed = parseOptions(['jsn', '--seconds', 'x', '--rounds', '0'], known);
    expect(parsed).toMatchObject({ kind: 'unusable' });
    expect(parsed.kind === 'unusable' ? parsed.faults.length : 0).toBe(3);
    expect(parseOptions(['--fast'], known)).toMatchObject({ kind: 'unusable' });
  });
});

describe('configured', () => {
  it('adds instances and the bound of the queue', () => {
    const text = configured('name: "small"\ndynamic_batching { }\n', { name: 'small', instances: 2, queueMax: 64 });
    expect(text).toContain('dynamic_batching { default_queue_policy { max_queue_size: 64 } }');
    expect(text).toContain('count: 2');
  });

  it('refuses a config that does not batch, instead of measuring something else', () => {
    expect(() => configured('name: "small"\n', { name: 'small', instances: 1, queueMax: null })).toThrow('dynamic_batching');
  });
});
