/** Bodies and answers of `/v2/models/NAME/rollout`: a generation as ETag, and what a verb needs from its body. */
import { ServingError, type FieldFault } from '../base/error.js';
import type { Admin } from '../serving/admin.js';
import { ASKED_CHARS_MAX, type RolloutAnswer, type RolloutRequest, type RolloutVerb } from '../serving/rollout.js';
import type { Reply } from './admin.js';
import { etag, isKnown, matchOf, type Conditions } from './conditions.js';
import type { Head } from './engine.js';
import type { Route } from './route.js';
import { objectBody } from './settings.js';

export const ROLLOUT_VERBS: readonly RolloutVerb[] = ['pause', 'resume', 'promote', 'abort', 'undo', 'pin', 'unpin'];

const jsonLines: Head = ['Content-Type', 'application/x-ndjson'];

type RolloutRoute = 'rollout' | 'rolloutVerb' | 'rolloutRecording' | 'rolloutAudit';

export async function rolloutControl(admin: Admin, method: string, kind: RolloutRoute, { model, verb }: Route, bytes: Uint8Array, conditions: Conditions): Promise<Reply> {
  const change = (named: RolloutVerb): Promise<RolloutAnswer> => admin.changeRollout(model, named, parseRolloutRequest(named, conditions.ifMatch, bytes));
  switch (kind) {
    case 'rollout':
      return method === 'get' ? readRollout(admin, model, conditions) : startedReply(await change('start'));
    case 'rolloutVerb':
      return rolloutReply(await change(verb as RolloutVerb));
    case 'rolloutRecording':
      return { status: 200, body: await admin.rolloutRecording(model), head: jsonLines };
    case 'rolloutAudit':
      return { status: 200, body: await admin.rolloutAudit(model), head: jsonLines };
  }
}

function rolloutReply({ generation, body }: RolloutAnswer): Reply {
  return { status: 200, body, head: ['ETag', etag(generation)] };
}

/** A rollout has begun; it goes on by itself, and is where every model's rollout is. */
function startedReply({ generation, body }: RolloutAnswer): Reply {
  return { status: 201, body, head: ['ETag', etag(generation), 'Location', `/v2/models/${encodeURIComponent(body.model)}/rollout`] };
}

/** Who has the present generation already is told so without a body, after it has had time to change where a wait is preferred. */
async function readRollout(admin: Admin, model: string, { ifNoneMatch, waitSecs }: Conditions): Promise<Reply> {
  const present = await admin.rollout(model);
  if (ifNoneMatch === '' || !isKnown(ifNoneMatch, present.generation)) return rolloutReply(present);
  const applied = waitSecs > 0 ? ['Preference-Applied', `wait=${waitSecs}`] : [];
  const answer = waitSecs > 0 ? await admin.rolloutNews(model, { generation: present.generation, digest: '' }, waitSecs * 1000) : present;
  if (answer.generation !== present.generation) return { status: 200, body: answer.body, head: ['ETag', etag(answer.generation), ...applied] };
  return { status: 304, body: undefined, head: ['ETag', etag(answer.generation), ...applied] };
}

const COMMON = ['reason', 'who'];
const FIELDS: Readonly<Partial<Record<RolloutVerb, readonly string[]>>> = { start: ['candidate', 'plan', ...COMMON], pin: ['version', ...COMMON] };

/** @param ifMatch the header as it came; '' or `*` take any generation. @throws ServingError invalid_argument with every fault */
export function parseRolloutRequest(verb: RolloutVerb, ifMatch: string, bytes: Uint8Array): RolloutRequest {
  const generation = matchOf(ifMatch, 'a generation');
  const body = objectBody(bytes);
  const fields = FIELDS[verb] ?? COMMON;
  const faults: FieldFault[] = Object.keys(body)
    .filter((name) => !fields.includes(name))
    .map((name) => ({ path: name, message: `'${name}' means nothing to ${verb}; a body may have ${fields.join(', ')}` }));
  const named = fields.find((name) => name === 'candidate' || name === 'version');
  const version = named === undefined ? 0 : versionOf(body[named]);
  if (named !== undefined && version === null) faults.push({ path: named, message: `the body needs '${named}', a version number such as {"${named}":2}` });
  for (const name of COMMON) {
    if (!isText(body[name])) faults.push({ path: name, message: `'${name}' is a text of at most ${ASKED_CHARS_MAX} characters` });
  }
  if (faults.length > 0) throw new ServingError('invalid_argument', faults.map(({ message }) => message).join('; '), { faults });
  return { version: version ?? 0, plan: body['plan'] ?? null, reason: textOf(body['reason']), who: textOf(body['who']), generation };
}

function versionOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function isText(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= ASKED_CHARS_MAX);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
