import { expect, it } from 'vitest';
import { CONTENT_TYPE, envelope } from '../../src/notify/envelope.js';

it('is a CloudEvent 1.0 in structured mode', () => {
  expect(CONTENT_TYPE).toBe('application/cloudevents+json');
  const event = { id: 'r-1', source: 'http://h:8000/v2/models/a%20b', type: 'dev.sluice.rollout.started', subject: 'a b/2', atMs: Date.UTC(2026, 0, 2, 3, 4, 5, 6), data: { who: 'é' } };
  expect(JSON.parse(envelope(event))).toEqual({
    specversion: '1.0', id: 'r-1', source: 'http://h:8000/v2/models/a%20b', type: 'dev.sluice.rollout.started', subject: 'a b/2',
    time: '2026-01-02T03:04:05.006Z', datacontenttype: 'application/json', data: { who: 'é' },
  });
});
