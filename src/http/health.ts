/** Health: Triton's statuses with the bodies of the Open Inference Protocol, so that clients of either kind are served. */
import { ServingError } from '../base/error.js';
import type { Front } from '../serving/port.js';
import type { Reply } from './admin.js';
import type { Route } from './route.js';

export function liveReply(front: Front): Reply {
  return { status: front.live ? 200 : 400, body: { live: front.live } };
}

export function readyReply(front: Front): Reply {
  return { status: front.ready ? 200 : 400, body: { ready: front.ready } };
}

/** An unknown model or version is not ready, in Triton's words and with its status for each. */
export function modelReadyReply(front: Front, route: Route, labelled: number | null): Reply {
  const version = labelled === null ? route.version : String(labelled);
  try {
    if (front.modelReady(route.model, version)) return { status: 200, body: { name: route.model, ready: true } };
  } catch (thrown) {
    if (!(thrown instanceof ServingError) || thrown.reason !== 'version_not_ready') throw thrown;
  }
  return { status: 400, body: { name: route.model, ready: false, error: 'Model version not ready' } };
}
