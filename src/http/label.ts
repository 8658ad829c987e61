/** `/v2/models/NAME/labels/LABEL`: where a label points. The version is its ETag, so that a move can be held to what was read. */
import { ServingError } from '../base/error.js';
import type { Reply } from './admin.js';
import { etag, matchOf, type Conditions } from './conditions.js';
import type { Room } from './room.js';
import type { Route } from './route.js';
import { objectBody } from './settings.js';

/** The version that a label points at. @throws ServingError version_not_found */
export async function labelVersion(room: Room, route: Route): Promise<number> {
  const labels = await room.admin.labels(route.model);
  const version = Object.hasOwn(labels, route.label) ? labels[route.label] : undefined;
  if (version === undefined) throw new ServingError('version_not_found', `model '${route.model}' has no label '${route.label}'`);
  return version;
}

/** GET tells where the label points together with that version's metadata; PUT takes `{"version":3}`; DELETE removes it. */
export async function labelReply(room: Room, method: string, route: Route, bytes: Uint8Array, { ifMatch }: Conditions): Promise<Reply> {
  const { model, label } = route;
  if (method === 'get') {
    const version = await labelVersion(room, route);
    const metadata = await room.admin.modelMetadata(model, String(version));
    return { status: 200, body: { ...metadata, label, version }, head: ['ETag', etag(version)] };
  }
  const expected = matchOf(ifMatch, 'the version of a label');
  if (method === 'delete') {
    await room.admin.setLabel(model, label, null, expected);
    return { status: 200, body: undefined };
  }
  const { version } = objectBody(bytes);
  const number = typeof version === 'string' && /^[0-9]{1,15}$/.test(version) ? Number(version) : version;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
    throw new ServingError('invalid_argument', `a label takes a body like {"version":3}; 'version' must be a non-negative integer`);
  }
  await room.admin.setLabel(model, label, number, expected);
  return { status: 200, body: { label, version: number }, head: ['ETag', etag(number)] };
}
