/** A control side that remembers what it was asked and answers fixed things. */
import { ServingError } from '../../src/base/error.js';
import type { Admin, IndexRow, LoadParameters, ModelMetadata, ModelStatistics, ServerMetadata, Settings, SettingValue, SharedRegion } from '../../src/serving/admin.js';
import type { RolloutView } from '../../src/rollout/view.js';
import type { RolloutAnswer, RolloutMark, RolloutNews, RolloutRequest, RolloutVerb } from '../../src/serving/rollout.js';
import { quietState } from './rolloutstate.js';

export class FakeAdmin implements Admin {
  readonly asked: unknown[][] = [];
  readonly pointers: Record<string, number> = { stable: 1 };
  /** What a wait for news ends with. */
  newsGeneration = 7;
  /** What every change of a rollout is answered with. */
  refusal: ServingError | null = null;

  async serverMetadata(): Promise<ServerMetadata> {
    return { name: 'sluice', version: '0.1.0', extensions: ['statistics'] };
  }
  async modelMetadata(model: string, version: string): Promise<ModelMetadata> {
    this.asked.push(['modelMetadata', model, version]);
    if (model === 'none') throw new ServingError('model_not_found', "Request for unknown model: 'none' is not found");
    return { name: model, versions: ['1'], platform: 'onnxruntime_onnx', inputs: [], outputs: [], properties: {} };
  }
  async modelConfig(model: string, version: string): Promise<Readonly<Record<string, unknown>>> {
    this.asked.push(['modelConfig', model, version]);
    return { name: model, max_batch_size: 8 };
  }
  async statistics(model: string, version: string): Promise<readonly ModelStatistics[]> {
    this.asked.push(['statistics', model, version]);
    return [];
  }
  async index(readyOnly: boolean): Promise<readonly IndexRow[]> {
    this.asked.push(['index', readyOnly]);
    return [{ name: 'm', version: '1', state: 'READY', reason: '' }];
  }
  async load(model: string, parameters: LoadParameters): Promise<void> {
    this.asked.push(['load', model, parameters]);
  }
  async unload(model: string, unloadDependents: boolean): Promise<void> {
    this.asked.push(['unload', model, unloadDependents]);
  }
  async labels(): Promise<Readonly<Record<string, number>>> {
    return this.pointers;
  }
  async setLabel(model: string, label: string, version: number | null, expected: number | null): Promise<void> {
    this.asked.push(['setLabel', model, label, version, expected]);
  }
  async rollouts(): Promise<readonly RolloutView[]> {
    return [quietState('m', 7)];
  }
  async rollout(model: string): Promise<RolloutAnswer> {
    this.asked.push(['rollout', model]);
    return { generation: 7, body: quietState(model, 7) };
  }
  async rolloutNews(model: string, seen: RolloutMark, waitMs: number): Promise<RolloutNews> {
    this.asked.push(['rolloutNews', model, seen, waitMs]);
    return { generation: this.newsGeneration, digest: 'd', body: quietState(model, this.newsGeneration) };
  }
  async changeRollout(model: string, verb: RolloutVerb, request: RolloutRequest): Promise<RolloutAnswer> {
    this.asked.push(['changeRollout', model, verb, request]);
    if (this.refusal !== null) throw this.refusal;
    return { generation: 8, body: quietState(model, 8) };
  }
  async rolloutRecording(model: string): Promise<string> {
    this.asked.push(['rolloutRecording', model]);
    return '{"atMs":1}\n';
  }
  async rolloutAudit(model: string): Promise<string> {
    this.asked.push(['rolloutAudit', model]);
    return '{"id":"r-1"}\n';
  }
  async notifications(): Promise<unknown> {
    return { targets: [], waiting: [], dead: [], fault: null };
  }
  async retryNotification(id: string): Promise<void> {
    this.asked.push(['retryNotification', id]);
    if (id === 'none') throw new ServingError('not_found', "no notification 'none' waits or was given up");
  }
  async dropNotification(id: string): Promise<void> {
    this.asked.push(['dropNotification', id]);
  }
  async traceSettings(model: string, update: Readonly<Record<string, SettingValue | null>>): Promise<Settings> {
    this.asked.push(['traceSettings', model, update]);
    return { trace_level: ['OFF'], trace_rate: '1000' };
  }
  async logSettings(update: Readonly<Record<string, SettingValue>>): Promise<Settings> {
    this.asked.push(['logSettings', update]);
    return { log_info: true };
  }
  async regionStatus(name: string): Promise<readonly SharedRegion[]> {
    this.asked.push(['regionStatus', name]);
    return [];
  }
  async regionRegister(region: SharedRegion): Promise<void> {
    this.asked.push(['regionRegister', region]);
  }
  async regionUnregister(name: string): Promise<void> {
    this.asked.push(['regionUnregister', name]);
  }
  async metrics(): Promise<string> {
    return '# HELP nv_x x\nnv_x 1\n';
  }
}
