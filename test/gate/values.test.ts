import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeValues, encodeValues, flatten, valueFault } from '../../src/gate/values.js';
import type { Datatype } from '../../src/tensor/datatype.js';

describe('values of a golden set', () => {
  it.each<[Datatype, readonly number[]]>([['INT8', [-128, 127]], ['UINT16', [0, 65_535]], ['INT64', [-5, 2 ** 52]], ['FP16', [0.5, -2]], ['BF16', [1, -0.5]], ['FP64', [Math.PI]], ['BOOL', [1, 0]]])('go into %s and come back', (datatype, values) => {
    expect(valueFault(datatype, values)).toBeNull();
    expect([...decodeValues(datatype, encodeValues(datatype, values))]).toEqual(values);
  });

  it('may write large integers as text', () => {
    expect(valueFault('INT64', ['9007199254740993'])).toBeNull();
    expect(new BigInt64Array(encodeValues('INT64', ['9007199254740993']).buffer)[0]).toBe(9007199254740993n);
    expect(valueFault('INT32', ['1'])).toBe('value 0 is "1", and INT32 takes an integer');
  });

  it('keep their order however they are nested', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer())), (rows) => {
      expect(flatten(rows)).toEqual(rows.flat());
    }));
  });
});
