/** Route and body of a control request to the answer of the control side, in the protocol's own JSON. */
import { ServingError } from '../base/error.js';
import { unreachable } from '../base/assert.js';
import { NO_CONDITIONS, type Conditions } from './conditions.js';
import { liveReply, modelReadyReply, readyReply } from './health.js';
import { labelReply, labelVersion } from './label.js';
import { parseIndex, parseLoad, parseUnload } from './repository.js';
import { parseRegion, regionReply } from './region.js';
import type { Room } from './room.js';
import type { Route } from './route.js';
import { rolloutControl } from './rollout.js';
import type { Head } from './engine.js';
import { parseLogSettings, parseTraceSettings } from './settings.js';

export interface Reply {
  readonly status: number;
  /** undefined for an answer without body. */
  readonly body: unknown;
  /** Besides the content type of JSON; a text body brings its own. */
  readonly head?: Head;
}

const cudaText = 'GPUs not supported';

/** `method` is one that the route allows; HEAD has become GET. Rejects with a ServingError. */
export async function answerControl(room: Room, method: string, route: Route, bytes: Uint8Array, conditions: Conditions = NO_CONDITIONS): Promise<Reply> {
  const { admin, front } = room;
  const { kind, model, region } = route;
  switch (kind) {
    case 'root':
      return ok({ server: 'sluice', protocol: '/v2', health: '/v2/health/ready', documentation: 'see docs/ of the project' });
    case 'live':
      return liveReply(front);
    case 'ready':
      return readyReply(front);
    case 'modelReady':
      return modelReadyReply(front, route, route.label === '' ? null : await labelVersion(room, route));
    case 'server':
      return ok(await admin.serverMetadata());
    case 'model':
      return ok(await admin.modelMetadata(model, route.version));
    case 'config':
      return ok(await admin.modelConfig(model, await versionOf(room, route)));
    case 'stats':
      return ok({ model_stats: await admin.statistics(model, await versionOf(room, route)) });
    case 'index':
      return ok(await admin.index(parseIndex(bytes)));
    case 'load':
      await admin.load(model, parseLoad(bytes));
      return empty;
    case 'unload':
      await admin.unload(model, parseUnload(bytes));
      return empty;
    case 'repositoryName':
      throw new ServingError('unsupported', "'repository_name' specification is not supported");
    case 'labels':
      return ok(await admin.labels(model));
    case 'label':
      return labelReply(room, method, route, bytes, conditions);
    case 'rollouts':
      return ok(await admin.rollouts());
    case 'rollout':
    case 'rolloutVerb':
    case 'rolloutRecording':
    case 'rolloutAudit':
      return rolloutControl(admin, method, kind, route, bytes, conditions);
    case 'notifications':
    case 'notification':
    case 'notificationRetry':
      return notificationReply(room, kind, route.notification);
    case 'trace':
      return ok(await admin.traceSettings(model, method === 'get' ? {} : parseTraceSettings(bytes, model !== '')));
    case 'logging':
      return ok(await admin.logSettings(method === 'get' ? {} : parseLogSettings(bytes)));
    case 'systemStatus':
      return ok(await admin.regionStatus(region));
    case 'systemRegister':
      await admin.regionRegister(parseRegion(region, bytes));
      return empty;
    case 'systemUnregister':
      await admin.regionUnregister(region);
      return empty;
    case 'cudaStatus':
      return regionReply(region);
    case 'cudaRegister':
      throw new ServingError('unsupported', `failed to register CUDA shared memory region: '${region}', ${cudaText}`);
    case 'cudaUnregister':
      return empty;
    case 'infer':
      throw new ServingError('internal', 'inference is not a control request');
    default:
      return unreachable(kind);
  }
}

const empty: Reply = { status: 200, body: undefined };

function ok(body: unknown): Reply {
  return { status: 200, body };
}

async function notificationReply({ admin }: Room, kind: 'notifications' | 'notification' | 'notificationRetry', id: string): Promise<Reply> {
  if (kind === 'notifications') return ok(await admin.notifications());
  await (kind === 'notification' ? admin.dropNotification(id) : admin.retryNotification(id));
  return empty;
}

async function versionOf(room: Room, route: Route): Promise<string> {
  return route.label === '' ? route.version : String(await labelVersion(room, route));
}
