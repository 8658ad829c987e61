import { describe, expect, it } from 'vitest';
import { formatNumber, formatUs, textTable } from '../../bench/table.js';

describe('textTable', () => {
  it('makes columns as wide as their widest cell, numbers to the right', () => {
    const columns = [{ title: 'name', align: 'left' }, { title: 'ns', align: 'right' }] as const;
    const table = textTable(columns, [['a', '1,000'], ['longer', '7']]);
    expect(table.split('\n')).toEqual(['name       ns', '------  -----', 'a       1,000', 'longer      7']);
  });
});

describe('formats', () => {
  it('prints three digits, separates thousands, and a dash where there is no number', () => {
    expect([1234567.8, 999.9, 0.43612, 12, NaN].map(formatNumber)).toEqual(['1,234,568', '1000', '0.436', '12', '-']);
  });

  it('prints durations in the unit that fits', () => {
    expect([12.34, 1500, 2_500_000].map(formatUs)).toEqual(['12.3 us', '1.5 ms', '2.5 s']);
  });
});
