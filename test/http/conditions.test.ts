import { describe, expect, it } from 'vitest';
import { etag, isKnown, matchOf, waitSecsOf } from '../../src/http/conditions.js';

describe('conditions of a request', () => {
  it.each([
    ['wait=10', 10], ['WAIT = "5"', 5], ['respond-async, wait=7', 7], ['wait=3; x=1, return=minimal', 3], ['wait=31', 30], ['wait=999999999', 30], ['wait=0', 0],
    ['', 0], ['wait', 0], ['wait=-1', 0], ['wait=soon', 0], ['wait=1.5', 0], ['wait=99999999999999999999', 0], ['await=5', 0], ['return=minimal', 0],
  ])('Prefer: %s waits %i seconds', (prefer, secs) => {
    expect(waitSecsOf(prefer)).toBe(secs);
  });

  it.each([['"7"', true], ['W/"7"', true], ['"6", "7"', true], ['*', true], ['"77"', false], ['7', false], ['', false], ['x', false]])('If-None-Match: %s of 7 is %s', (tags, known) => {
    expect(isKnown(tags, 7)).toBe(known);
  });

  it.each([['', null], ['*', null], ['"7"', 7], ['W/"7"', 7], ['7', 7], [' "0" ', 0]])('If-Match: %s is %s', (tag, number) => {
    expect(matchOf(tag, 'a generation')).toBe(number);
  });

  it.each(['"x"', '-1', '"7","8"', '"1e3"', '9999999999999999'])('If-Match: %s is refused', (tag) => {
    expect(() => matchOf(tag, 'a generation')).toThrow(/If-Match takes a generation such as "7"/);
  });

  it('writes what it reads', () => {
    expect(matchOf(etag(12), 'a generation')).toBe(12);
    expect(isKnown(etag(12), 12)).toBe(true);
  });
});
