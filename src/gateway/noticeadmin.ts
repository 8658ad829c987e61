/** The audit log and the webhooks' post as the protocol's control side offers them. */
import { asServingError } from '../base/error.js';
import type { Ledger } from '../lifecycle/ledger.js';
import type { LaneView } from '../notify/courier.js';
import type { Notifier } from '../notify/notifier.js';
import type { Entry } from '../notify/outbox.js';
import type { Rollouts } from '../rollout/engine.js';
import type { Admin } from '../serving/admin.js';
import { refuseUnknown } from './rolloutadmin.js';

export type NoticeAdmin = Pick<Admin, 'rolloutAudit' | 'notifications' | 'retryNotification' | 'dropNotification'>;

export function noticeAdmin(notifier: Notifier, engine: Pick<Rollouts, 'document'>, ledger: Ledger): NoticeAdmin {
  return {
    async rolloutAudit(model) {
      refuseUnknown(engine, ledger, model);
      return onDisk(notifier.audit(model));
    },
    async notifications() {
      const { lanes, waiting, dead, fault } = await notifier.view();
      return { targets: lanes.map(laneOf), waiting: waiting.map(entryOf), dead: dead.map(entryOf), fault };
    },
    retryNotification: (id) => onDisk(notifier.retry(id)),
    dropNotification: (id) => onDisk(notifier.drop(id)),
  };
}

/** A foreign fault here is one of the disk. */
async function onDisk<T>(what: Promise<T>): Promise<T> {
  return what.catch((thrown: unknown) => {
    throw asServingError(thrown, 'state_failed');
  });
}

function laneOf({ target, waiting, dead, delivered, failed, lastSuccessMs, lastFault, nextTryMs }: LaneView): object {
  return {
    target, waiting, dead, delivered, failed, lastSuccess: iso(lastSuccessMs), nextTry: iso(nextTryMs),
    lastFault: lastFault === null ? null : { at: iso(lastFault.atMs), reason: lastFault.text },
  };
}

function entryOf({ key, id, type, subject, atMs, dead }: Entry): object {
  return { id: key, event: id, type, subject, at: iso(atMs), ...(dead === null ? {} : { givenUp: iso(dead.atMs), reason: dead.reason }) };
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
