/** Bodies and answers of `/v2/models/NAME/rollout`: a generation as ETag, and what a verb needs from its body. */
import { ServingError } from '../base/error.js';
import type { Admin, RolloutAnswer, RolloutRequest, RolloutVerb } from '../serving/admin.js';
import type { Reply } from './admin.js';
import type { Head } from './engine.js';
import type { Route } from './route.js';
import { objectBody } from './settings.js';

export const ROLLOUT_VERBS: readonly RolloutVerb[] = ['pause', 'resume', 'promote', 'abort', 'undo', 'pin', 'unpin'];

const jsonLines: Head = ['Content-Type', 'application/x-ndjson'];

export async function rolloutControl(
  admin: Admin, method: string, kind: 'rollout' | 'rolloutVerb' | 'rolloutRecording' | 'rolloutAudit', { model, verb }: Route, bytes: Uint8Array, ifMatch: string,
): Promise<Reply> {
  const change = async (named: RolloutVerb): Promise<Reply> => rolloutReply(await admin.changeRollout(model, named, parseRolloutRequest(named, ifMatch, bytes)));
  switch (kind) {
    case 'rollout':
      return method === 'get' ? rolloutReply(await admin.rollout(model)) : change('start');
    case 'rolloutVerb':
      return change(verb as RolloutVerb);
    case 'rolloutRecording':
      return { status: 200, body: await admin.rolloutRecording(model), head: jsonLines };
    case 'rolloutAudit':
      return { status: 200, body: await admin.rolloutAudit(model), head: jsonLines };
  }
}

function rolloutReply({ generation, body }: RolloutAnswer): Reply {
  return { status: 200, body, head: ['ETag', `"${generation}"`] };
}

/** @param ifMatch the header as it came; '' or `*` take any generation. @throws ServingError invalid_argument */
export function parseRolloutRequest(verb: RolloutVerb, ifMatch: string, bytes: Uint8Array): RolloutRequest {
  const body = objectBody(bytes);
  const known = verb === 'start' ? ['candidate', 'plan', 'reason', 'who'] : verb === 'pin' ? ['version', 'reason', 'who'] : ['reason', 'who'];
  for (const name of Object.keys(body)) {
    if (!known.includes(name)) throw new ServingError('invalid_argument', `'${name}' means nothing to ${verb}; a body may have ${known.join(', ')}`);
  }
  const version = verb === 'start' ? versionOf(body['candidate'], 'candidate') : verb === 'pin' ? versionOf(body['version'], 'version') : 0;
  return {
    version,
    plan: body['plan'] ?? null,
    reason: textOf(body['reason'], 'reason'),
    who: textOf(body['who'], 'who'),
    generation: generationOf(ifMatch),
  };
}

function versionOf(value: unknown, name: string): number {
  const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0) {
    throw new ServingError('invalid_argument', `the body needs '${name}', a version number such as {"${name}":2}`);
  }
  return number;
}

/** Kept in the audit log and in documents, so their length is bounded. */
function textOf(value: unknown, name: string): string {
  if (value === undefined) return '';
  if (typeof value !== 'string' || value.length > 1000) throw new ServingError('invalid_argument', `'${name}' is a text of at most 1000 characters`);
  return value;
}

function generationOf(ifMatch: string): number | null {
  if (ifMatch === '' || ifMatch === '*') return null;
  const match = /^(?:W\/)?"?([0-9]{1,15})"?$/.exec(ifMatch.trim());
  if (match === null) throw new ServingError('invalid_argument', `If-Match takes a generation such as "7", as the ETag of the rollout has it, not ${JSON.stringify(ifMatch)}`);
  return Number(match[1]);
}
