/**
 * From a raw path to a route. Matching is on whole segments; names are percent-decoded, so that clients may quote them.
 * A name that could leave its folder, or cannot be read, is refused here and reaches no other room.
 */
import { LRUCache } from 'lru-cache';
import { ServingError } from '../base/error.js';
import type { RolloutVerb } from '../serving/rollout.js';
import { ROLLOUT_VERBS } from './rollout.js';

export type RouteKind =
  | 'infer' | 'root' | 'live' | 'ready' | 'server' | 'model' | 'modelReady' | 'config' | 'stats'
  | 'index' | 'load' | 'unload' | 'repositoryName' | 'labels' | 'label'
  | 'rollouts' | 'rollout' | 'rolloutVerb' | 'rolloutRecording' | 'rolloutAudit'
  | 'notifications' | 'notification' | 'notificationRetry'
  | 'trace' | 'logging'
  | 'systemStatus' | 'systemRegister' | 'systemUnregister' | 'cudaStatus' | 'cudaRegister' | 'cudaUnregister';

/** '' stands for a part that the path does not have. */
export interface Route {
  readonly kind: RouteKind;
  readonly model: string;
  readonly version: string;
  readonly label: string;
  readonly region: string;
  readonly verb: string;
  readonly notification: string;
}

/** Methods of each kind, as the `Allow` header lists them. HEAD goes wherever GET goes. */
export const METHODS: Readonly<Record<RouteKind, string>> = {
  infer: 'POST', root: 'GET, HEAD', live: 'GET, HEAD', ready: 'GET, HEAD', server: 'GET, HEAD', model: 'GET, HEAD', modelReady: 'GET, HEAD',
  config: 'GET, HEAD', stats: 'GET, HEAD', index: 'POST', load: 'POST', unload: 'POST', repositoryName: 'POST',
  labels: 'GET, HEAD', label: 'GET, HEAD, PUT, DELETE',
  rollouts: 'GET, HEAD', rollout: 'GET, HEAD, POST', rolloutVerb: 'POST', rolloutRecording: 'GET, HEAD', rolloutAudit: 'GET, HEAD',
  notifications: 'GET, HEAD', notification: 'DELETE', notificationRetry: 'POST', trace: 'GET, HEAD, POST', logging: 'GET, HEAD, POST',
  systemStatus: 'GET, HEAD', systemRegister: 'POST', systemUnregister: 'POST',
  cudaStatus: 'GET, HEAD', cudaRegister: 'POST', cudaUnregister: 'POST',
};

const digits = /^[0-9]+$/;
 
const unsafe = /[/\\\u0000-\u001f\u007f]/;

/** Decodes one segment. @throws ServingError invalid_argument naming it */
export function decodeName(segment: string, what: string): string {
  let name = segment;
  if (segment.includes('%')) {
    try {
      name = decodeURIComponent(segment);
    } catch (cause) {
      throw new ServingError('invalid_argument', `${what} '${segment}' is not valid percent-encoded UTF-8`, { cause });
    }
  }
  if (name.trim() === '') throw new ServingError('invalid_argument', `${what} must not be empty`);
  if (name === '.' || name === '..' || unsafe.test(name)) {
    throw new ServingError('invalid_argument', `${what} '${name}' must not hold path traversal, slashes or control characters`);
  }
  return name;
}

function route(kind: RouteKind, model = '', version = '', label = '', region = '', verb = '', notification = ''): Route {
  return { kind, model, version, label, region, verb, notification };
}

/** null for a path that does not exist. */
export function parseRoute(path: string): Route | null {
  if (path === '/') return route('root');
  const parts = path.split('/');
  if (parts[0] !== '' || parts[1] !== 'v2') return null;
  if (parts.length === 2 || (parts.length === 3 && parts[2] === '')) return route('server');
  const rest = parts.slice(3);
  switch (parts[2]) {
    case 'health':
      return rest.length === 1 && (rest[0] === 'live' || rest[0] === 'ready') ? route(rest[0]) : null;
    case 'rollouts':
      return rest.length === 0 ? route('rollouts') : null;
    case 'notifications':
      return notificationRoute(rest);
    case 'models':
      return modelRoute(rest);
    case 'repository':
      return repositoryRoute(rest);
    case 'systemsharedmemory':
      return regionRoute(rest, 'systemStatus', 'systemRegister', 'systemUnregister');
    case 'cudasharedmemory':
      return regionRoute(rest, 'cudaStatus', 'cudaRegister', 'cudaUnregister');
    case 'trace':
      return rest.length === 1 && rest[0] === 'setting' ? route('trace') : null;
    case 'logging':
      return rest.length === 0 ? route('logging') : null;
    default:
      return null;
  }
}

function modelRoute(rest: readonly string[]): Route | null {
  if (rest.length === 0 || (rest.length === 1 && rest[0] === '')) return null;
  // Triton compares this path before it looks for models, so a model named `stats` has no metadata route.
  if (rest.length === 1 && rest[0] === 'stats') return route('stats');
  const model = decodeName(rest[0] as string, 'model name');
  if (rest.length === 1) return route('model', model);
  if (rest[1] === 'trace') return rest.length === 3 && rest[2] === 'setting' ? route('trace', model) : null;
  if (rest[1] === 'labels') {
    if (rest.length === 2) return route('labels', model);
    const label = decodeName(rest[2] as string, 'label');
    return rest.length === 3 ? route('label', model, '', label) : versionRoute(rest.slice(3), model, '', label);
  }
  if (rest[1] === 'rollout') {
    if (rest.length === 2) return route('rollout', model);
    const verb = rest[2] as string;
    if (rest.length > 3) return null;
    if (verb === 'audit') return route('rolloutAudit', model);
    return verb === 'recording' ? route('rolloutRecording', model) : ROLLOUT_VERBS.includes(verb as RolloutVerb) ? route('rolloutVerb', model, '', '', '', verb) : null;
  }
  if (rest[1] === 'versions') {
    const version = rest[2] ?? '';
    if (!digits.test(version)) return null;
    return rest.length === 3 ? route('model', model, version) : versionRoute(rest.slice(3), model, version, '');
  }
  return versionRoute(rest.slice(1), model, '', '');
}

function versionRoute(rest: readonly string[], model: string, version: string, label: string): Route | null {
  if (rest.length !== 1) return null;
  switch (rest[0]) {
    case 'infer':
    case 'config':
    case 'stats':
      return route(rest[0], model, version, label);
    case 'ready':
      return route('modelReady', model, version, label);
    default:
      return null;
  }
}

function repositoryRoute(rest: readonly string[]): Route | null {
  if (rest.length === 1 && rest[0] === 'index') return route('index');
  const last = rest[rest.length - 1];
  if (rest.length === 3 && rest[0] === 'models' && (last === 'load' || last === 'unload')) {
    return route(last, decodeName(rest[1] as string, 'model name'));
  }
  const named = (rest.length === 2 && last === 'index') || (rest.length === 4 && rest[1] === 'models' && (last === 'load' || last === 'unload'));
  return named ? route('repositoryName') : null;
}

function notificationRoute(rest: readonly string[]): Route | null {
  if (rest.length === 0) return route('notifications');
  const id = decodeName(rest[0] as string, 'notification');
  if (rest.length === 1) return route('notification', '', '', '', '', '', id);
  return rest.length === 2 && rest[1] === 'retry' ? route('notificationRetry', '', '', '', '', '', id) : null;
}

function regionRoute(rest: readonly string[], status: RouteKind, register: RouteKind, unregister: RouteKind): Route | null {
  if (rest.length === 1) return rest[0] === 'status' ? route(status) : rest[0] === 'unregister' ? route(unregister) : null;
  if (rest.length !== 3 || rest[0] !== 'region') return null;
  const region = decodeName(rest[1] as string, 'shared memory region name');
  switch (rest[2]) {
    case 'status':
      return route(status, '', '', '', region);
    case 'register':
      return route(register, '', '', '', region);
    case 'unregister':
      return route(unregister, '', '', '', region);
    default:
      return null;
  }
}

/** Remembers parsed paths, bounded in entries and in the length of each. Paths that are refused are not kept. */
export class RouteCache {
  readonly #cache = new LRUCache<string, Route>({ max: 4096 });
  #lastPath = '';
  #last: Route | null = null;

  find(path: string): Route | null {
    if (path === this.#lastPath) return this.#last;
    let found = this.#cache.get(path) ?? null;
    if (found === null) {
      found = parseRoute(path);
      if (found === null || path.length > 512) return found;
      this.#cache.set(path, found);
    }
    this.#lastPath = path;
    this.#last = found;
    return found;
  }
}
