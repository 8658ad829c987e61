/**
 * sluice.v1.RolloutService and LabelService but for their streams: requests checked as REST checks its bodies, the control
 * side asked, its answer as a message.
 */
import { ServingError, type FieldFault } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import { ASKED_CHARS_MAX, type RolloutRequest, type RolloutVerb } from '../serving/rollout.js';
import { read, written, type ChangeRolloutRequest } from './messages.js';
import type { Method } from './service.js';
import { viewMessage } from './view.js';

export const ROLLOUT_SERVICE = 'sluice.v1.RolloutService';
export const LABEL_SERVICE = 'sluice.v1.LabelService';

/** A plan is a few levels deep. A deeper text could not travel to the control thread. */
const PLAN_DEPTH_MAX = 32;

export function rolloutMethods(admin: Admin): Readonly<Record<string, Method>> {
  const changes = (verb: RolloutVerb, readRequest: (bytes: Buffer) => ChangeRolloutRequest): Method => async (bytes) => {
    const request = readRequest(bytes);
    const { body } = await admin.changeRollout(request.model, verb, requestOf(request));
    return written.rollout(viewMessage(body));
  };
  return {
    GetRollout: async (bytes) => written.rollout(viewMessage((await admin.rollout(read.getRollout(bytes).model)).body)),
    ListRollouts: async (bytes) => {
      read.listRollouts(bytes);
      return written.rollouts({ rollouts: (await admin.rollouts()).map(viewMessage) });
    },
    StartRollout: changes('start', read.startRollout),
    PromoteRollout: changes('promote', read.promoteRollout),
    AbortRollout: changes('abort', read.abortRollout),
    PauseRollout: changes('pause', read.pauseRollout),
    ResumeRollout: changes('resume', read.resumeRollout),
    UndoRollout: changes('undo', read.undoRollout),
    PinVersion: changes('pin', read.pinVersion),
    UnpinVersion: changes('unpin', read.unpinVersion),
  };
}

export function labelMethods(admin: Admin): Readonly<Record<string, Method>> {
  return {
    ListLabels: async (bytes) => written.labels({ labels: await admin.labels(read.listLabels(bytes).model) }),
    SetLabel: async (bytes) => {
      const { model, label, version, if_version: expected } = read.setLabel(bytes);
      if (!isVersion(version)) throw new ServingError('invalid_argument', versionText('version'), { faults: [{ path: 'version', message: versionText('version') }] });
      await admin.setLabel(model, label, version, expected === 0 ? null : expected);
      return written.label({ model, label, version });
    },
    DeleteLabel: async (bytes) => {
      const { model, label, if_version: expected } = read.deleteLabel(bytes);
      await admin.setLabel(model, label, null, expected === 0 ? null : expected);
      return written.labelGone({});
    },
  };
}

/** @throws ServingError invalid_argument with every fault */
function requestOf({ if_generation: generation, who, reason, candidate, version, plan_json: planJson }: ChangeRolloutRequest): RolloutRequest {
  const faults: FieldFault[] = [];
  if (candidate !== undefined && !isVersion(candidate)) faults.push({ path: 'candidate', message: versionText('candidate') });
  if (version !== undefined && !isVersion(version)) faults.push({ path: 'version', message: versionText('version') });
  for (const [path, text] of [['who', who], ['reason', reason]] as const) {
    if (text.length > ASKED_CHARS_MAX) faults.push({ path, message: `'${path}' is a text of at most ${ASKED_CHARS_MAX} characters` });
  }
  const plan = planOf(planJson ?? '', faults);
  if (faults.length > 0) throw new ServingError('invalid_argument', faults.map(({ message }) => message).join('; '), { faults });
  return { version: candidate ?? version ?? 0, plan, reason, who, generation: generation === 0 ? null : generation };
}

function planOf(text: string, faults: FieldFault[]): unknown {
  if (text === '') return null;
  let plan: unknown;
  try {
    plan = JSON.parse(text);
  } catch (thrown) {
    faults.push({ path: 'plan_json', message: `'plan_json' is not JSON: ${(thrown as Error).message}` });
    return null;
  }
  const isObject = typeof plan === 'object' && plan !== null && !Array.isArray(plan);
  if (!isObject) faults.push({ path: 'plan_json', message: `'plan_json' is a JSON object such as {"steps":[{"weight":5}]}` });
  else if (isDeeper(plan, PLAN_DEPTH_MAX)) faults.push({ path: 'plan_json', message: `'plan_json' is nested deeper than ${PLAN_DEPTH_MAX} levels` });
  return plan;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function isVersion(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

function versionText(field: string): string {
  return `'${field}' is a version number from 1 up`;
}
