/**
 * The generated message code with types: what this server reads, and what it writes. The generated files are JavaScript
 * without types, so this is the one place that says what is in them.
 */
import { google, grpc as grpcReplies, inference as replies, sluice as ownReplies } from './generated/replies.js';
import { grpc as grpcRequests, inference as requests, sluice as ownRequests } from './generated/requests.js';
import { ServingError } from '../base/error.js';

interface Reader {
  decode(bytes: Uint8Array): unknown;
  toObject(message: unknown, options: Readonly<Record<string, unknown>>): unknown;
}

interface Writer {
  fromObject(plain: unknown): unknown;
  encode(message: unknown): { finish(): Uint8Array };
}

const PLAIN = { longs: Number, defaults: true, arrays: true, objects: true, oneofs: true };

/** Reads a message as plain data: int64 as numbers, absent fields as their defaults, absent oneof members left out. */
function reads<T>(name: string, reader: unknown): (bytes: Uint8Array) => T {
  const { decode, toObject } = reader as Reader;
  return (bytes) => {
    let message: unknown;
    try {
      message = decode(bytes);
    } catch (thrown) {
      throw new ServingError('malformed_body', `the message is not readable as ${name}`, { cause: thrown });
    }
    return toObject(message, PLAIN) as T;
  };
}

function writes(writer: unknown): (plain: unknown) => Buffer {
  const { fromObject, encode } = writer as Writer;
  return (plain) => {
    const bytes = encode(fromObject(plain)).finish();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}

export interface ModelName {
  readonly name: string;
  readonly version: string;
}

export interface RepositoryParameter {
  readonly parameter_choice?: 'bool_param' | 'int64_param' | 'string_param' | 'bytes_param';
  readonly bool_param?: boolean;
  readonly string_param?: string;
  readonly bytes_param?: Uint8Array;
}

export interface RepositoryModelRequest {
  readonly repository_name: string;
  readonly model_name: string;
  readonly parameters: Readonly<Record<string, RepositoryParameter>>;
}

export interface LogValue {
  readonly bool_param?: boolean;
  readonly uint32_param?: number;
  readonly string_param?: string;
}

export interface ReflectionRequest {
  readonly host: string;
  readonly message_request?: string;
  readonly file_by_filename?: string;
  readonly file_containing_symbol?: string;
  readonly file_containing_extension?: { readonly containing_type: string; readonly extension_number: number };
  readonly all_extension_numbers_of_type?: string;
  readonly list_services?: string;
}

/** Of every method of RolloutService that changes something; what a method does not have is left out. */
export interface ChangeRolloutRequest {
  readonly model: string;
  readonly if_generation: number;
  readonly who: string;
  readonly reason: string;
  readonly candidate?: number;
  readonly plan_json?: string;
  readonly version?: number;
}

interface ModelRequest {
  readonly model: string;
}

interface LabelRequest extends ModelRequest {
  readonly label: string;
  readonly if_version: number;
}

const own = ownRequests.v1;
const ownReply = ownReplies.v1;

export const read = {
  modelReady: reads<ModelName>('ModelReadyRequest', requests.ModelReadyRequest),
  modelMetadata: reads<ModelName>('ModelMetadataRequest', requests.ModelMetadataRequest),
  modelConfig: reads<ModelName>('ModelConfigRequest', requests.ModelConfigRequest),
  modelStatistics: reads<ModelName>('ModelStatisticsRequest', requests.ModelStatisticsRequest),
  repositoryIndex: reads<{ repository_name: string; ready: boolean }>('RepositoryIndexRequest', requests.RepositoryIndexRequest),
  load: reads<RepositoryModelRequest>('RepositoryModelLoadRequest', requests.RepositoryModelLoadRequest),
  unload: reads<RepositoryModelRequest>('RepositoryModelUnloadRequest', requests.RepositoryModelUnloadRequest),
  regionStatus: reads<{ name: string }>('SystemSharedMemoryStatusRequest', requests.SystemSharedMemoryStatusRequest),
  regionRegister: reads<{ name: string; key: string; offset: number; byte_size: number }>(
    'SystemSharedMemoryRegisterRequest',
    requests.SystemSharedMemoryRegisterRequest,
  ),
  regionUnregister: reads<{ name: string }>('SystemSharedMemoryUnregisterRequest', requests.SystemSharedMemoryUnregisterRequest),
  cudaRegister: reads<{ name: string }>('CudaSharedMemoryRegisterRequest', requests.CudaSharedMemoryRegisterRequest),
  cudaName: reads<{ name: string }>('CudaSharedMemoryStatusRequest', requests.CudaSharedMemoryStatusRequest),
  trace: reads<{ model_name: string; settings: Readonly<Record<string, { value: string[] }>> }>(
    'TraceSettingRequest',
    requests.TraceSettingRequest,
  ),
  log: reads<{ settings: Readonly<Record<string, LogValue>> }>('LogSettingsRequest', requests.LogSettingsRequest),
  health: reads<{ service: string }>('HealthCheckRequest', grpcRequests.health.v1.HealthCheckRequest),
  reflection: reads<ReflectionRequest>('ServerReflectionRequest', grpcRequests.reflection.v1.ServerReflectionRequest),
  getRollout: reads<ModelRequest>('GetRolloutRequest', own.GetRolloutRequest),
  listRollouts: reads<object>('ListRolloutsRequest', own.ListRolloutsRequest),
  startRollout: reads<ChangeRolloutRequest>('StartRolloutRequest', own.StartRolloutRequest),
  promoteRollout: reads<ChangeRolloutRequest>('PromoteRolloutRequest', own.PromoteRolloutRequest),
  abortRollout: reads<ChangeRolloutRequest>('AbortRolloutRequest', own.AbortRolloutRequest),
  pauseRollout: reads<ChangeRolloutRequest>('PauseRolloutRequest', own.PauseRolloutRequest),
  resumeRollout: reads<ChangeRolloutRequest>('ResumeRolloutRequest', own.ResumeRolloutRequest),
  undoRollout: reads<ChangeRolloutRequest>('UndoRolloutRequest', own.UndoRolloutRequest),
  pinVersion: reads<ChangeRolloutRequest>('PinVersionRequest', own.PinVersionRequest),
  unpinVersion: reads<ChangeRolloutRequest>('UnpinVersionRequest', own.UnpinVersionRequest),
  watchRollout: reads<ModelRequest>('WatchRolloutRequest', own.WatchRolloutRequest),
  getRecording: reads<ModelRequest>('GetRecordingRequest', own.GetRecordingRequest),
  listLabels: reads<ModelRequest>('ListLabelsRequest', own.ListLabelsRequest),
  setLabel: reads<LabelRequest & { readonly version: number }>('SetLabelRequest', own.SetLabelRequest),
  deleteLabel: reads<LabelRequest>('DeleteLabelRequest', own.DeleteLabelRequest),
};

export const written = {
  live: writes(replies.ServerLiveResponse),
  ready: writes(replies.ServerReadyResponse),
  modelReady: writes(replies.ModelReadyResponse),
  serverMetadata: writes(replies.ServerMetadataResponse),
  modelMetadata: writes(replies.ModelMetadataResponse),
  modelConfig: writes(replies.ModelConfigResponse),
  modelStatistics: writes(replies.ModelStatisticsResponse),
  repositoryIndex: writes(replies.RepositoryIndexResponse),
  regionStatus: writes(replies.SystemSharedMemoryStatusResponse),
  cudaStatus: writes(replies.CudaSharedMemoryStatusResponse),
  trace: writes(replies.TraceSettingResponse),
  log: writes(replies.LogSettingsResponse),
  /** Every response that has no fields. */
  empty: writes(replies.RepositoryModelLoadResponse),
  health: writes(grpcReplies.health.v1.HealthCheckResponse),
  reflection: writes(grpcReplies.reflection.v1.ServerReflectionResponse),
  rollout: writes(ownReply.RolloutView),
  rollouts: writes(ownReply.ListRolloutsResponse),
  recording: writes(ownReply.GetRecordingResponse),
  labels: writes(ownReply.ListLabelsResponse),
  label: writes(ownReply.Label),
  labelGone: writes(ownReply.DeleteLabelResponse),
  status: writes(google.rpc.Status),
  badRequest: writes(google.rpc.BadRequest),
};
