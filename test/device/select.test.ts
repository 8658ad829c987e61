import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ServingError } from '../../src/base/error.js';
import type { Device } from '../../src/device/device.js';
import { chooseDevices, flagText, parseDeviceFlag, placeInstances, type CudaFacts, type GroupKind } from '../../src/device/select.js';

const gpu = (index: number): Device => ({ kind: 'cuda', index, name: 'H100', memoryTotalBytes: 8, memoryFreeBytes: 8 });
const two: CudaFacts = { state: 'usable', gpus: [gpu(0), gpu(1)] };
const none: CudaFacts = { state: 'unusable', why: 'nvidia-smi is not on PATH' };
const choose = (flag: string, facts: CudaFacts = two) => chooseDevices(parseDeviceFlag(flag), facts);
const group = (kind: GroupKind, count = 1, gpus: number[] = []) => ({ kind, count, gpus });
const places = (flag: string, groups: ReturnType<typeof group>[], facts: CudaFacts = two) =>
  placeInstances('m', groups, choose(flag, facts)).map((each) => `${each.device}#${each.copy}`);

describe('--device', () => {
  it('reads its four forms and refuses the rest', () => {
    for (const text of ['auto', 'cpu', 'cuda', 'cuda:0', 'cuda:12']) expect(flagText(parseDeviceFlag(text))).toBe(text);
    for (const text of ['', 'gpu', 'cuda:', 'cuda:-1', 'cuda:1x', 'CUDA']) expect(() => parseDeviceFlag(text)).toThrow(ServingError);
  });
  it('auto takes CUDA where it works and says why where it does not', () => {
    expect(choose('auto').why).toBe('CUDA on cuda:0 (H100), cuda:1 (H100)');
    expect(choose('auto', none)).toMatchObject({ gpus: [], why: 'CPU, because CUDA cannot be used: nvidia-smi is not on PATH' });
  });
  it('cuda never falls back', () => {
    expect(() => choose('cuda', none)).toThrow('--device cuda: CUDA cannot be used: nvidia-smi is not on PATH; start with --device auto');
    expect(() => choose('cuda:1', none)).toThrow('--device cuda:1: CUDA cannot be used');
    expect(() => choose('cuda:7')).toThrow('there is no such GPU; this machine has cuda:0 (H100), cuda:1 (H100)');
    expect(choose('cuda:1').gpus).toEqual([gpu(1)]);
  });
  it('cpu leaves GPUs alone', () => {
    expect(choose('cpu').gpus).toEqual([]);
  });
});

describe('instance groups', () => {
  it.each([
    ['one copy on each GPU where a model says nothing', 'auto', [], ['cuda:0#0', 'cuda:1#0']],
    ['count is per GPU', 'auto', [group('KIND_GPU', 2)], ['cuda:0#0', 'cuda:0#1', 'cuda:1#0', 'cuda:1#1']],
    ['a list of GPUs binds', 'auto', [group('KIND_GPU', 2, [1])], ['cuda:1#0', 'cuda:1#1']],
    ['KIND_CPU stays on the CPU', 'auto', [group('KIND_CPU', 2)], ['cpu#0', 'cpu#1']],
    ['groups add up on a device', 'auto', [group('KIND_GPU', 1, [0]), group('KIND_AUTO', 1, [0])], ['cuda:0#0', 'cuda:0#1']],
    ['cuda:N narrows', 'cuda:1', [group('KIND_AUTO')], ['cuda:1#0']],
    ['--device cpu decides for the whole server', 'cpu', [group('KIND_GPU', 2, [0])], ['cpu#0', 'cpu#1']],
  ])('%s', (_title, flag, groups, expected) => {
    expect(places(flag, groups)).toEqual(expected);
  });
  it('KIND_AUTO goes to the CPU where CUDA cannot be used, KIND_GPU is refused with the reason', () => {
    expect(places('auto', [group('KIND_AUTO', 1, [0])], none)).toEqual(['cpu#0']);
    expect(() => places('auto', [group('KIND_GPU')], none)).toThrow("instance_group of model 'm' asks for KIND_GPU, but the server runs on CPU, because CUDA cannot be used: nvidia-smi");
  });
  it('names a GPU that is not there', () => {
    expect(() => places('cuda:1', [group('KIND_GPU', 1, [0])])).toThrow("instance_group of model 'm' names GPU 0, but the server uses cuda:1 (H100)");
  });
  it('numbers instances without gaps and copies without gaps per device', () => {
    const groups = fc.array(fc.record({ kind: fc.constantFrom<GroupKind>('KIND_AUTO', 'KIND_GPU', 'KIND_CPU'), count: fc.integer({ min: 1, max: 4 }), gpus: fc.subarray([0, 1]) }), { minLength: 1 });
    fc.assert(
      fc.property(groups, (some) => {
        const placed = placeInstances('m', some, choose('auto'));
        expect(placed.map((each) => each.instanceIndex)).toEqual(placed.map((_, index) => index));
        for (const device of new Set(placed.map((each) => each.device))) {
          const copies = placed.filter((each) => each.device === device).map((each) => each.copy);
          expect(copies).toEqual(copies.map((_, index) => index));
        }
      }),
    );
  });
});
