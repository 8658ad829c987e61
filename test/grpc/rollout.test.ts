import { status as GRPC } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { LABEL_SERVICE, ROLLOUT_SERVICE, labelMethods, rolloutMethods } from '../../src/grpc/rollout.js';
import { FakeAdmin } from '../support/admin.js';
import { FakeFront } from '../support/grpc-front.js';
import { World, decode, root, type Answer, type Plain } from './world.js';

let admin: FakeAdmin;
let world: World;
beforeEach(async () => {
  admin = new FakeAdmin();
  world = await World.start(new FakeFront(), admin);
});
afterEach(() => world.stop());

const rollout = (method: string, request: Plain): Promise<Answer> => world.call(method, request, undefined, undefined, ROLLOUT_SERVICE);
const label = (method: string, request: Plain): Promise<Answer> => world.call(method, request, undefined, undefined, LABEL_SERVICE);
const nothing = { version: 0, plan: null, reason: '', who: '', generation: null };

/** Field violations of a google.rpc.BadRequest in the trailer. */
function violations({ trailer }: Answer): readonly Plain[] {
  const [bytes] = trailer.get('grpc-status-details-bin');
  const { details } = decode('google.rpc.Status', bytes as Buffer);
  expect(details).toMatchObject([{ type_url: 'type.googleapis.com/google.rpc.BadRequest' }]);
  return decode('google.rpc.BadRequest', details[0].value)['field_violations'];
}

describe('RolloutService', () => {
  it('has every method of the contract, streams aside', () => {
    const methods = (service: string): string[] => root.lookupService(service).methodsArray.filter((method) => !method.responseStream).map(({ name }) => name);
    expect(Object.keys(rolloutMethods(admin))).toEqual(methods(ROLLOUT_SERVICE));
    expect(Object.keys(labelMethods(admin))).toEqual(methods(LABEL_SERVICE));
  });

  it('reads', async () => {
    expect((await rollout('GetRollout', { model: 'm' })).reply).toMatchObject({ model: 'm', generation: 7, stable: 1, rollout: null });
    expect((await rollout('ListRollouts', {})).reply['rollouts']).toMatchObject([{ model: 'm' }]);
    expect(admin.asked).toEqual([['rollout', 'm']]);
  });

  it.each([
    ['PromoteRollout', 'promote'], ['AbortRollout', 'abort'], ['PauseRollout', 'pause'], ['ResumeRollout', 'resume'], ['UndoRollout', 'undo'], ['UnpinVersion', 'unpin'],
  ])('%s asks for %s', async (method, verb) => {
    const { reply } = await rollout(method, { model: 'm', if_generation: 7, who: 'ann', reason: 'so' });
    expect(reply).toMatchObject({ model: 'm', generation: 8 });
    await rollout(method, { model: 'm' });
    expect(admin.asked).toEqual([
      ['changeRollout', 'm', verb, { ...nothing, generation: 7, who: 'ann', reason: 'so' }],
      ['changeRollout', 'm', verb, nothing],
    ]);
  });

  it('starts with a plan or without, and pins', async () => {
    await rollout('StartRollout', { model: 'm', candidate: 2, plan_json: '{"steps":[{"weight":5}]}' });
    await rollout('StartRollout', { model: 'm', candidate: 2 });
    await rollout('PinVersion', { model: 'm', version: 3 });
    expect(admin.asked).toEqual([
      ['changeRollout', 'm', 'start', { ...nothing, version: 2, plan: { steps: [{ weight: 5 }] } }],
      ['changeRollout', 'm', 'start', { ...nothing, version: 2 }],
      ['changeRollout', 'm', 'pin', { ...nothing, version: 3 }],
    ]);
  });

  it.each([
    ['StartRollout', { model: 'm' }, ['candidate']],
    ['StartRollout', { model: 'm', candidate: 2, plan_json: '{' }, ['plan_json']],
    ['StartRollout', { model: 'm', candidate: 2, plan_json: 'null' }, ['plan_json']],
    ['StartRollout', { model: 'm', candidate: 2, plan_json: '[1]' }, ['plan_json']],
    ['StartRollout', { model: 'm', candidate: 2, plan_json: `{"x":${'['.repeat(5000)}${']'.repeat(5000)}}` }, ['plan_json']],
    ['StartRollout', { model: 'm', who: 'x'.repeat(1001), reason: 'y'.repeat(1001), plan_json: '7' }, ['candidate', 'who', 'reason', 'plan_json']],
    ['PinVersion', { model: 'm' }, ['version']],
    ['AbortRollout', { model: 'm', who: 'x'.repeat(1001) }, ['who']],
  ])('%s refuses bad input with every fault by its field, case %#', async (method, request, fields) => {
    const answer = await rollout(method, request);
    expect(answer.error?.code).toBe(GRPC.INVALID_ARGUMENT);
    expect(violations(answer).map(({ field }) => field)).toEqual(fields);
    for (const field of fields) expect(answer.error?.details).toContain(`'${field}'`);
    expect(admin.asked).toEqual([]);
  });

  it('refuses bytes that are no message', async () => {
    for (const path of [`/${ROLLOUT_SERVICE}/GetRollout`, `/${ROLLOUT_SERVICE}/StartRollout`, `/${LABEL_SERVICE}/SetLabel`]) {
      const { error } = await world.bytes(path, Buffer.from([0x0a, 0x7f, 1]));
      expect([path, error?.code, error?.details]).toEqual([path, GRPC.INVALID_ARGUMENT, expect.stringContaining('is not readable as')]);
    }
  });

  it.each([
    ['precondition_failed', GRPC.FAILED_PRECONDITION], ['conflict', GRPC.ABORTED], ['model_not_found', GRPC.NOT_FOUND], ['version_not_found', GRPC.NOT_FOUND], ['state_failed', GRPC.INTERNAL],
  ] as const)('says %s with the status of the catalogue', async (reason, code) => {
    admin.refusal = new ServingError(reason, 'the text');
    const { error, trailer } = await rollout('PauseRollout', { model: 'm' });
    expect([error?.code, error?.details, trailer.get('grpc-status-details-bin')]).toEqual([code, 'the text', []]);
  });

  it('carries the faults of a plan one by one, as many as fit', async () => {
    const faults = [{ path: 'steps[1].weight', message: 'weights rise from step to step' }, { path: '', message: 'no object' }];
    admin.refusal = new ServingError('invalid_argument', 'the plan cannot work', { faults });
    expect(violations(await rollout('StartRollout', { model: 'm', candidate: 2 }))).toEqual(faults.map(({ path, message }) => ({ field: path, description: message })));
    const many = Array.from({ length: 100 }, (_, i) => ({ path: `steps[${i}].weight`, message: 'x'.repeat(100) }));
    admin.refusal = new ServingError('invalid_argument', 'é'.repeat(5000), { faults: many });
    const some = violations(await rollout('StartRollout', { model: 'm', candidate: 2 }));
    expect(some.length).toBeGreaterThan(5);
    expect(some.map(({ field }) => field)).toEqual(many.slice(0, some.length).map(({ path }) => path));
  });
});

describe('LabelService', () => {
  it('lists, sets and deletes', async () => {
    expect((await label('ListLabels', { model: 'm' })).reply).toEqual({ labels: { stable: 1 } });
    expect((await label('SetLabel', { model: 'm', label: 'new', version: 2 })).reply).toEqual({ model: 'm', label: 'new', version: 2 });
    await label('SetLabel', { model: 'm', label: 'new', version: 3, if_version: 2 });
    expect((await label('DeleteLabel', { model: 'm', label: 'new' })).error).toBeNull();
    await label('DeleteLabel', { model: 'm', label: 'new', if_version: 3 });
    expect(admin.asked).toEqual([
      ['setLabel', 'm', 'new', 2, null], ['setLabel', 'm', 'new', 3, 2], ['setLabel', 'm', 'new', null, null], ['setLabel', 'm', 'new', null, 3],
    ]);
  });

  it('needs a version', async () => {
    const answer = await label('SetLabel', { model: 'm', label: 'new' });
    expect(answer.error?.code).toBe(GRPC.INVALID_ARGUMENT);
    expect(violations(answer)).toMatchObject([{ field: 'version' }]);
    expect(admin.asked).toEqual([]);
  });
});
