/** What the room is given to tell: one decision, as the audit log keeps it and as webhooks get it. */
import { createHash } from 'node:crypto';
import { assert } from '../base/assert.js';

/** Somebody who is told by webhook. */
export interface Target {
  readonly url: string;
  /** Name of the environment variable with the signing secret; null sends unsigned. */
  readonly secretEnv: string | null;
}

/** A line of the audit log: flat, and readable without this program. */
export interface AuditLine {
  readonly at: string;
  readonly id: string;
  readonly model: string;
  readonly [name: string]: string | number | null;
}

export interface Notice {
  /** `STREAM-NUMBER`; numbers of a stream rise and none is used again. */
  readonly id: string;
  readonly atMs: number;
  readonly line: AuditLine;
  readonly targets: readonly Target[];
  readonly type: string;
  readonly subject: string;
  /** The event as it is sent; asked for only where somebody is told. */
  readonly body: () => string;
}

/** Ids stand in headers, in paths and in names of files, and the signed text is parted by full stops. */
const ID = /^([\w-]{1,80})-(\d{1,15})$/;

export interface Place {
  readonly stream: string;
  readonly seq: number;
}

/** null for what is no id of ours. */
export function placeOf(id: string): Place | null {
  const match = ID.exec(id);
  return match === null ? null : { stream: match[1]!, seq: Number(match[2]) };
}

export function mustPlace(id: string): Place {
  const place = placeOf(id);
  assert(place !== null, `'${id}' is no id of a notice`);
  return place;
}

/** The host for people, and a few letters that tell two targets on it apart. Names no path: those often hold secrets. */
export function targetId({ url, secretEnv }: Target): string {
  const host = new URL(url).host.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 60);
  const digest = createHash('sha256').update(JSON.stringify([url, secretEnv])).digest('hex');
  return `${host}-${digest.slice(0, 8)}`;
}
