/**
 * What a control request says in its head about the state it knows: entity tags, which are generations and versions as
 * text, and how long it would wait for another state (`Prefer: wait=N`, RFC 7240).
 */
import { ServingError } from '../base/error.js';
import type { Exchange } from './engine.js';

const WAIT_SECS_MAX = 30;

export interface Conditions {
  /** '' when absent, as they came. */
  readonly ifMatch: string;
  readonly ifNoneMatch: string;
  /** 0 for who does not wait. */
  readonly waitSecs: number;
}

export const NO_CONDITIONS: Conditions = { ifMatch: '', ifNoneMatch: '', waitSecs: 0 };

export function conditionsOf(exchange: Exchange): Conditions {
  return {
    ifMatch: exchange.header('if-match'),
    ifNoneMatch: exchange.header('if-none-match'),
    waitSecs: waitSecsOf(exchange.header('prefer')),
  };
}

/** A preference that cannot be read, or is not known, is no fault; a longer wait than we offer is cut. */
export function waitSecsOf(prefer: string): number {
  const match = /(?:^|[,;])\s*wait\s*=\s*"?([0-9]{1,9})"?\s*(?:[,;]|$)/i.exec(prefer);
  return match === null ? 0 : Math.min(Number(match[1]), WAIT_SECS_MAX);
}

export function etag(number: number): string {
  return `"${number}"`;
}

/** @returns null where any will do. @throws ServingError invalid_argument */
export function matchOf(ifMatch: string, what: string): number | null {
  if (ifMatch === '' || ifMatch === '*') return null;
  const match = /^(?:W\/)?"?([0-9]{1,15})"?$/.exec(ifMatch.trim());
  if (match === null) throw new ServingError('invalid_argument', `If-Match takes ${what} such as "7", as its ETag has it, not ${JSON.stringify(ifMatch)}`);
  return Number(match[1]);
}

/** Whether the caller has the state with this number already. */
export function isKnown(ifNoneMatch: string, number: number): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag(number));
}
