/**
 * GRPCInferenceService but for inference itself: every method as a function from the request's bytes to the response's.
 * Answers come from the Admin port in the protocol's own names, which the message code takes as they are.
 */
import { ServingError } from '../base/error.js';
import type { Admin, LoadParameters, SettingValue, Settings } from '../serving/admin.js';
import type { Front } from '../serving/port.js';
import { read, written, type LogValue, type RepositoryModelRequest, type RepositoryParameter } from './messages.js';

export const SERVICE = 'inference.GRPCInferenceService';

export type Method = (request: Buffer) => Promise<Buffer>;

/** Methods by their name in the service. */
export function adminMethods(front: Front, admin: Admin): Readonly<Record<string, Method>> {
  return { ...stateMethods(front, admin), ...repositoryMethods(admin), ...memoryMethods(admin), ...settingMethods(admin) };
}

function stateMethods(front: Front, admin: Admin): Record<string, Method> {
  return {
    ServerLive: async () => written.live({ live: front.live }),
    ServerReady: async () => written.ready({ ready: front.ready }),
    ModelReady: async (bytes) => {
      const { name, version } = read.modelReady(bytes);
      return written.modelReady({ ready: modelReady(front, name, version) === true });
    },
    ServerMetadata: async () => written.serverMetadata(await admin.serverMetadata()),
    ModelMetadata: async (bytes) => {
      const { name, version } = read.modelMetadata(bytes);
      return written.modelMetadata(await admin.modelMetadata(name, version));
    },
    ModelConfig: async (bytes) => {
      const { name, version } = read.modelConfig(bytes);
      return written.modelConfig({ config: await admin.modelConfig(name, version) });
    },
    ModelStatistics: async (bytes) => {
      const { name, version } = read.modelStatistics(bytes);
      return written.modelStatistics({ model_stats: await admin.statistics(name, version) });
    },
  };
}

/** Whether the model serves; null when there is no such model, which over gRPC is an answer and not a fault. */
export function modelReady(front: Front, name: string, version: string): boolean | null {
  try {
    return front.modelReady(name, version);
  } catch (thrown) {
    if (thrown instanceof ServingError && thrown.row.code === 'NOT_FOUND') return null;
    throw thrown;
  }
}

function repositoryMethods(admin: Admin): Record<string, Method> {
  return {
    RepositoryIndex: async (bytes) => {
      const { repository_name: repository, ready } = read.repositoryIndex(bytes);
      refuseRepository(repository);
      return written.repositoryIndex({ models: await admin.index(ready) });
    },
    RepositoryModelLoad: async (bytes) => {
      const request = read.load(bytes);
      refuseRepository(request.repository_name);
      await admin.load(request.model_name, loadParameters(request));
      return written.empty({});
    },
    RepositoryModelUnload: async (bytes) => {
      const request = read.unload(bytes);
      refuseRepository(request.repository_name);
      const dependents = request.parameters['unload_dependents'];
      if (dependents !== undefined && dependents.bool_param === undefined) throw wrongType('unload_dependents', 'bool_param');
      await admin.unload(request.model_name, dependents?.bool_param ?? false);
      return written.empty({});
    },
  };
}

function refuseRepository(name: string): void {
  if (name !== '') throw new ServingError('unsupported', `'repository_name' specification is not supported`);
}

function wrongType(key: string, wanted: string): ServingError {
  return new ServingError('invalid_argument', `invalid value type for '${key}' parameter, expected ${wanted}.`);
}

const FILE_PREFIX = 'file:';

function loadParameters(request: RepositoryModelRequest): LoadParameters {
  let config: string | null = null;
  const files = new Map<string, Uint8Array>();
  for (const [key, value] of Object.entries<RepositoryParameter>(request.parameters)) {
    if (key === 'config') {
      if (value.string_param === undefined) throw wrongType(key, 'string_param');
      config = value.string_param;
    } else if (key.startsWith(FILE_PREFIX)) {
      if (value.bytes_param === undefined) throw wrongType(key, 'bytes_param');
      files.set(key.slice(FILE_PREFIX.length), value.bytes_param);
    } else {
      throw new ServingError('invalid_argument', `unrecognized load parameter '${key}', expected 'config' or 'file:<version>/<file>'`);
    }
  }
  return { config, files };
}

function memoryMethods(admin: Admin): Record<string, Method> {
  return {
    SystemSharedMemoryStatus: async (bytes) => {
      const regions = await admin.regionStatus(read.regionStatus(bytes).name);
      return written.regionStatus({ regions: Object.fromEntries(regions.map((region) => [region.name, region])) });
    },
    SystemSharedMemoryRegister: async (bytes) => {
      await admin.regionRegister(read.regionRegister(bytes));
      return written.empty({});
    },
    SystemSharedMemoryUnregister: async (bytes) => {
      await admin.regionUnregister(read.regionUnregister(bytes).name);
      return written.empty({});
    },
    // Without regions of this kind, their list is empty and there is nothing to take off it.
    CudaSharedMemoryStatus: async (bytes) => {
      read.cudaName(bytes);
      return written.cudaStatus({ regions: {} });
    },
    CudaSharedMemoryUnregister: async (bytes) => {
      read.cudaName(bytes);
      return written.empty({});
    },
    CudaSharedMemoryRegister: async (bytes) => {
      const { name } = read.cudaRegister(bytes);
      throw new ServingError('unsupported', `failed to register CUDA shared memory region: '${name}', GPUs not supported`);
    },
  };
}

function settingMethods(admin: Admin): Record<string, Method> {
  return {
    TraceSetting: async (bytes) => {
      const request = read.trace(bytes);
      const update: Record<string, SettingValue | null> = {};
      for (const [key, { value }] of Object.entries(request.settings)) update[key] = traceValue(key, value);
      return written.trace({ settings: traceReply(await admin.traceSettings(request.model_name, update)) });
    },
    LogSettings: async (bytes) => {
      const update: Record<string, SettingValue> = {};
      for (const [key, value] of Object.entries<LogValue>(read.log(bytes).settings)) {
        const chosen = value.bool_param ?? value.uint32_param ?? value.string_param;
        if (chosen === undefined) throw new ServingError('invalid_argument', `log setting '${key}' has no value`);
        update[key] = chosen;
      }
      return written.log({ settings: logReply(await admin.logSettings(update)) });
    },
  };
}

/** No value clears a setting; the level is the one setting that is a list. */
function traceValue(key: string, value: readonly string[]): SettingValue | null {
  if (value.length === 0) return null;
  return key === 'trace_level' || value.length > 1 ? value : value[0]!;
}

function traceReply(settings: Settings): Record<string, { value: string[] }> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, { value: typeof value === 'object' ? [...value] : [String(value)] }]),
  );
}

function logReply(settings: Settings): Record<string, LogValue> {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, logValue(value)]));
}

function logValue(value: SettingValue): LogValue {
  if (typeof value === 'boolean') return { bool_param: value };
  if (typeof value === 'number') return { uint32_param: value };
  return { string_param: typeof value === 'string' ? value : value.join(',') };
}
