import { describe, expect, it } from 'vitest';
import { ruleFault, type CompareRule } from '../../src/compare/rule.js';
import type { Datatype } from '../../src/tensor/datatype.js';

describe('a rule that cannot work', () => {
  it.each<[CompareRule, Datatype, RegExp | null]>([
    [{ kind: 'top1' }, 'FP32', null],
    [{ kind: 'exact' }, 'BYTES', null],
    [{ kind: 'absolute', atMost: 1 }, 'INT32', null],
    [{ kind: 'top1' }, 'BYTES', /'y' holds strings.*'exact' or 'report'/],
    [{ kind: 'cosine', atLeast: 0.9 }, 'INT8', /'y' is INT8/],
    [{ kind: 'cosine', atLeast: 1.5 }, 'FP32', /atLeast of output 'y'/],
    [{ kind: 'cosine', atLeast: NaN }, 'FP32', /atLeast of output 'y'/],
    [{ kind: 'topK', k: 0, atLeast: 0.5 }, 'FP32', /^k of output 'y'/],
    [{ kind: 'topK', k: 10, atLeast: 0.5 }, 'FP32', /'y' has 10 elements.*lower k/],
    [{ kind: 'topK', k: 5, atLeast: -1 }, 'FP32', /from 0 to 1/],
    [{ kind: 'relative', atMost: -1 }, 'FP32', /0 or more/],
  ])('%j on %s', (rule, datatype, fault) => {
    const found = ruleFault({ name: 'y', datatype, dims: [10], modelDims: [10], optional: false, labels: [] }, rule);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });
});
