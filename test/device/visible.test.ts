import { describe, expect, it } from 'vitest';
import { visibleGpus } from '../../src/device/visible.js';

const gpus = ['GPU-aa1', 'GPU-aa2', 'GPU-bb3'].map((uuid, index) => ({ index, uuid, name: uuid, driverVersion: '580' }));
const shown = (visible: string | undefined): string[] => visibleGpus(gpus, visible).map((gpu) => `${gpu.index}=${gpu.uuid}`);

describe('CUDA_VISIBLE_DEVICES', () => {
  it.each([
    [undefined, ['0=GPU-aa1', '1=GPU-aa2', '2=GPU-bb3']],
    ['', []],
    ['2,0', ['0=GPU-bb3', '1=GPU-aa1']],
    ['GPU-bb, 1', ['0=GPU-bb3', '1=GPU-aa2']],
    ['gpu-bb3', []],
    ['GPU-aa', []],
    ['0,-1,1', ['0=GPU-aa1']],
    ['1,9,0', ['0=GPU-aa2']],
    ['1,GPU-aa2', []],
    ['NoDevFiles', []],
  ])('%s shows what CUDA shows', (visible, expected) => {
    expect(shown(visible)).toEqual(expected);
  });
});
