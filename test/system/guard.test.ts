/** Hard guards in the whole gateway: facts that end or hold a rollout without statistics. */
import { describe, expect, it } from 'vitest';
import { POISON, startCanary, sumOf } from '../support/rollout.js';
import { until } from '../support/until.js';

const CRASH = 667;
const HELD = { steps: [{ weight: 50, minSamples: 1_000_000 }], twin: false, maxDuration: '1h' };
const TO_CANARY = { match: [{ header: 'x-canary' }] };

describe('a candidate', () => {
  it('that dies again and again is aborted, and its callers are answered by the stable version', async () => {
    const c = await startCanary({ ...HELD, ...TO_CANARY, limits: { crashes: 1 } }, { crashOn: CRASH }, ['--instance-restarts', '10']);
    const before = (await c.view()).rollout.id;
    for (let death = 1; death <= 2; death++) {
      // Forced requests are no evidence: what ends the rollout are the deaths alone.
      const reply = await until(`death ${death}`, async () => {
        const answer = await c.send({ 'x-canary': '1' }, CRASH);
        return answer.status === 503 && answer;
      });
      expect(reply.headers['retry-after']).toBeDefined();
      const counted = await until('a look', async () => {
        const view = await c.view();
        return (view.rollout.evidence.guards.crashes === death || view.rollout.over) && view;
      });
      expect(counted.rollout.over).toBe(counted.rollout.phase === 'aborted');
      if (death === 1) await until('the candidate again', async () => (await c.send({ 'x-canary': '1' }, 5)).json.outputs?.[0].data[0] === 7);
    }
    const done = await until('an end', async () => {
      const view = await c.view();
      return view.rollout.over && view;
    });
    expect(done).toMatchObject({ stable: 1, rollout: { id: before, phase: 'aborted', reason: "the candidate's instances died 2 times; 1 are allowed" } });
    expect((await c.send({ 'x-canary': '1' }, 5)).json.outputs[0].data).toEqual([6]);
  });

  it('that holds more memory than its plan allows never meets a request', async () => {
    const c = await startCanary({ ...HELD, ...TO_CANARY, limits: { memory: 1 } });
    const { rollout } = await c.view();
    expect([rollout.phase, rollout.reason]).toEqual(['failed', expect.stringMatching(/^version 2 holds \d+ bytes; the plan allows 1$/)]);
    expect((await c.send({ 'x-canary': '1' })).json.outputs[0].data).toEqual([1]);
  });
});

describe('an outage of the stable version', () => {
  it('decides nothing, and once it is over the candidate is proven', async () => {
    const c = await startCanary({ steps: [{ weight: 50, minSamples: 100 }], twin: false, analysis: { minSamples: 100, metrics: { errors: { ceiling: 0.5 } } } }, { failOn: POISON }, [], { failOn: POISON });
    // Both versions fail alike; failures within a twentieth of a second and one run are one event.
    const held = await until('a hold', async () => {
      await c.over(40, 8, () => c.send({}, POISON));
      const view = await c.view();
      return view.rollout.reason.includes('the stable version itself fails') && view;
    });
    expect(held.rollout.phase).toBe('step');
    expect(sumOf(held, 'baseline', 'failures')).toBeGreaterThan(0);
    const promoted = await until('a promotion', async () => {
      await c.over(400, 16, () => c.send({}, 1));
      const view = await c.view();
      return view.rollout.over && view;
    });
    expect(promoted.rollout.phase, promoted.rollout.reason).toBe('promoted');
  });
});
