import { describe, expect, it } from 'vitest';
import { boundedMemory, hostDevice } from '../../src/device/host.js';

describe('the host', () => {
  it('is bounded by its container', () => {
    expect(boundedMemory(100, 60, 40, 10)).toEqual({ totalBytes: 40, freeBytes: 30 });
    expect(boundedMemory(100, 20, 40, 10)).toEqual({ totalBytes: 40, freeBytes: 20 });
    expect(boundedMemory(100, 60, 40, 50)).toEqual({ totalBytes: 40, freeBytes: 0 });
  });
  it('is unbounded where the bound is none', () => {
    expect(boundedMemory(100, 60, 0, 10)).toEqual({ totalBytes: 100, freeBytes: 60 });
    expect(boundedMemory(100, 60, 2 ** 63, 10)).toEqual({ totalBytes: 100, freeBytes: 60 });
  });
  it('has memory', () => {
    const host = hostDevice();
    expect(host.kind).toBe('cpu');
    expect(host.memoryTotalBytes).toBeGreaterThan(host.memoryFreeBytes);
  });
});
