import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { adminMethods } from '../../src/grpc/service.js';
import type { Admin, ModelStatistics } from '../../src/serving/admin.js';
import { FakeFront, echoSignature } from '../support/grpc-front.js';
import { SERVICE, World, root } from './world.js';

const duration = { count: 3, ns: 4_000_000_000 };
const stats: ModelStatistics = {
  name: 'm', version: '1', last_inference: 1_700_000_000_000, inference_count: 8, execution_count: 2,
  inference_stats: { success: duration, fail: duration, queue: duration, compute_input: duration, compute_infer: duration, compute_output: duration, cache_hit: duration, cache_miss: duration },
  response_stats: {},
  batch_stats: [{ batch_size: 4, compute_input: duration, compute_infer: duration, compute_output: duration }],
  memory_usage: [{ type: 'CPU', id: 0, byte_size: 9 }],
};

const admin = {
  serverMetadata: vi.fn(async () => ({ name: 'sluice', version: '0.1', extensions: ['statistics'] })),
  modelMetadata: vi.fn(async (name: string) => ({
    name, versions: ['1'], platform: 'onnxruntime_onnx', inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 3] }], outputs: [], properties: { run: '5' },
  })),
  modelConfig: vi.fn(async (name: string) => ({
    name, max_batch_size: 8, input: [{ name: 'x', data_type: 'TYPE_FP32', dims: [-1] }], dynamic_batching: { preferred_batch_size: [4], max_queue_delay_microseconds: 100 },
    instance_group: [{ kind: 'KIND_CPU', count: 2 }], parameters: { a: { string_value: 'b' } }, version_policy: { latest: { num_versions: 1 } },
  })),
  statistics: vi.fn(async () => [stats]),
  index: vi.fn(async () => [{ name: 'm', version: '1', state: 'READY' as const, reason: '' }, { name: 'never' }]),
  load: vi.fn<Admin['load']>(async () => {}),
  unload: vi.fn<Admin['unload']>(async () => {}),
  traceSettings: vi.fn<Admin['traceSettings']>(async () => ({ trace_level: ['OFF'], trace_rate: '1000' })),
  logSettings: vi.fn<Admin['logSettings']>(async () => ({ log_info: true, log_verbose_level: 2, log_format: 'default' })),
  regionStatus: vi.fn(async () => [{ name: 'r', key: '/k', offset: 1, byte_size: 2 }]),
  regionRegister: vi.fn<Admin['regionRegister']>(async () => {}),
  regionUnregister: vi.fn<Admin['regionUnregister']>(async () => {}),
};

let front: FakeFront;
let world: World;
beforeEach(async () => {
  vi.clearAllMocks();
  front = new FakeFront().model('m', echoSignature(['x', 'FP32']));
  world = await World.start(front, admin);
});
afterEach(() => world.stop());

const ok = async (method: string, request: object) => {
  const { reply, error } = await world.call(method, request);
  expect(error).toBeNull();
  return reply;
};

describe('GRPCInferenceService', () => {
  it('has every method of the protocol', () => {
    const names = Object.keys(root.lookupService(SERVICE).methods).filter((name) => name !== 'ModelInfer' && name !== 'ModelStreamInfer');
    expect(Object.keys(adminMethods(front, admin as unknown as Admin)).sort()).toEqual(names.sort());
    expect(names).toHaveLength(18);
  });

  it('says how the server and its models are', async () => {
    expect(await ok('ServerLive', {})).toEqual({ live: true });
    front.ready = false;
    expect(await ok('ServerReady', {})).toEqual({ ready: false });
    expect(await ok('ModelReady', { name: 'm' })).toEqual({ ready: true });
    expect(await ok('ModelReady', { name: 'm', version: '9' })).toEqual({ ready: false });
    expect(await ok('ModelReady', { name: 'no' })).toEqual({ ready: false });
  });

  it('describes', async () => {
    expect(await ok('ServerMetadata', {})).toEqual({ name: 'sluice', version: '0.1', extensions: ['statistics'] });
    expect(await ok('ModelMetadata', { name: 'm', version: '1' })).toMatchObject({ inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 3] }], properties: { run: '5' } });
    expect(admin.modelMetadata).toHaveBeenCalledWith('m', '1');
    const { config } = await ok('ModelConfig', { name: 'm' });
    expect(config).toMatchObject({ name: 'm', max_batch_size: 8, scheduling_choice: 'dynamic_batching', parameters: { a: { string_value: 'b' } }, instance_group: [{ kind: 'KIND_CPU' }] });
    expect(config.input).toMatchObject([{ data_type: 'TYPE_FP32', dims: [-1] }]);
    expect(config.response_cache).toBeNull();
  });

  it('counts', async () => {
    expect((await ok('ModelStatistics', { name: 'm' }))['model_stats']).toEqual([stats]);
    expect(admin.statistics).toHaveBeenCalledWith('m', '');
  });

  it('lists, loads and unloads', async () => {
    expect((await ok('RepositoryIndex', { ready: true }))['models']).toEqual([
      { name: 'm', version: '1', state: 'READY', reason: '' },
      { name: 'never', version: '', state: '', reason: '' },
    ]);
    expect(admin.index).toHaveBeenCalledWith(true);
    const file = Buffer.from([0, 255, 1]);
    await ok('RepositoryModelLoad', { model_name: 'm', parameters: { config: { string_param: '{}' }, 'file:1/model.onnx': { bytes_param: file } } });
    const [name, parameters] = admin.load.mock.calls[0]!;
    expect([name, parameters.config, [...parameters.files.keys()]]).toEqual(['m', '{}', ['1/model.onnx']]);
    expect(file.equals(parameters.files.get('1/model.onnx')!)).toBe(true);
    await ok('RepositoryModelUnload', { model_name: 'm', parameters: { unload_dependents: { bool_param: true } } });
    expect(admin.unload).toHaveBeenCalledWith('m', true);
  });

  it.each([
    ['RepositoryIndex', { repository_name: 'r' }, 12, "'repository_name' specification is not supported"],
    ['RepositoryModelLoad', { model_name: 'm', parameters: { config: { bool_param: true } } }, 3, "invalid value type for 'config' parameter, expected string_param."],
    ['RepositoryModelLoad', { model_name: 'm', parameters: { x: { bool_param: true } } }, 3, "unrecognized load parameter 'x', expected 'config' or 'file:<version>/<file>'"],
    ['RepositoryModelUnload', { model_name: 'm', parameters: { unload_dependents: { int64_param: 1 } } }, 3, "invalid value type for 'unload_dependents' parameter, expected bool_param."],
    ['CudaSharedMemoryRegister', { name: 'c' }, 12, "failed to register CUDA shared memory region: 'c', GPUs not supported"],
  ])('%s refuses %j', async (method, request, code, details) => {
    expect((await world.call(method, request)).error).toMatchObject({ code, details });
  });

  it('keeps shared memory regions', async () => {
    expect(await ok('SystemSharedMemoryStatus', {})).toEqual({ regions: { r: { name: 'r', key: '/k', offset: 1, byte_size: 2 } } });
    await ok('SystemSharedMemoryRegister', { name: 'r', key: '/k', offset: 1, byte_size: 2 });
    expect(admin.regionRegister).toHaveBeenCalledWith({ name: 'r', key: '/k', offset: 1, byte_size: 2 });
    await ok('SystemSharedMemoryUnregister', {});
    expect(admin.regionUnregister).toHaveBeenCalledWith('');
    expect(await ok('CudaSharedMemoryStatus', {})).toEqual({ regions: {} });
    await ok('CudaSharedMemoryUnregister', {});
  });

  it('sets trace and log', async () => {
    const trace = await ok('TraceSetting', { model_name: 'm', settings: { trace_level: { value: ['TIMESTAMPS'] }, trace_rate: { value: ['5'] }, trace_count: {} } });
    expect(admin.traceSettings).toHaveBeenCalledWith('m', { trace_level: ['TIMESTAMPS'], trace_rate: '5', trace_count: null });
    expect(trace).toEqual({ settings: { trace_level: { value: ['OFF'] }, trace_rate: { value: ['1000'] } } });
    const log = await ok('LogSettings', { settings: { log_info: { bool_param: false }, log_verbose_level: { uint32_param: 3 }, log_format: { string_param: 'ISO8601' } } });
    expect(admin.logSettings).toHaveBeenCalledWith({ log_info: false, log_verbose_level: 3, log_format: 'ISO8601' });
    expect(log['settings']).toMatchObject({ log_info: { bool_param: true }, log_verbose_level: { uint32_param: 2 }, log_format: { string_param: 'default' } });
  });

  it('tells faults of the catalogue as they are, and others in general words', async () => {
    admin.load.mockRejectedValueOnce(new ServingError('load_failed', "load failed for model 'm'"));
    expect((await world.call('RepositoryModelLoad', { model_name: 'm' })).error).toMatchObject({ code: 3, details: "load failed for model 'm'" });
    admin.load.mockRejectedValueOnce(new TypeError('/secret/path'));
    expect((await world.call('RepositoryModelLoad', { model_name: 'm' })).error).toMatchObject({ code: 13, details: 'internal fault of the server; its log has the cause' });
    expect(world.logged).toHaveLength(1);
  });

  it('refuses what cannot be read, and methods that do not exist', async () => {
    const { error } = await world.bytes(`/${SERVICE}/ModelReady`, Buffer.from([0x0a, 99]));
    expect(error).toMatchObject({ code: 3, details: 'the message is not readable as ModelReadyRequest' });
    expect((await world.bytes(`/${SERVICE}/Nothing`, Buffer.alloc(0))).error?.code).toBe(12);
  });
});
