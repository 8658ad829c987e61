import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, signatureOf, webhookHeaders } from '../../src/notify/signature.js';

/** The example that libraries of the convention test themselves with. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', atS: 1614265330, body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('signatures', () => {
  it('are those of the convention', () => {
    const { secret, id, atS, body, signature } = VECTOR;
    expect(signatureOf(keyOf(secret)!, id, atS, body)).toBe(signature);
  });

  it('are what a receiver computes from what it got', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' }), fc.nat(), (secret, body, atS) => {
        fc.pre(!secret.startsWith('whsec_'));
        const headers = webhookHeaders('r-1', atS, body, keyOf(secret));
        const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.`;
        const expected = createHmac('sha256', secret).update(Buffer.concat([Buffer.from(signed), Buffer.from(body)])).digest('base64');
        expect(headers['webhook-signature']).toBe(`v1,${expected}`);
      }),
    );
  });

  it('change with the key, the id, the moment and the body', () => {
    const key = Buffer.from('k');
    const all = [signatureOf(key, 'a', 1, 'x'), signatureOf(Buffer.from('l'), 'a', 1, 'x'), signatureOf(key, 'b', 1, 'x'), signatureOf(key, 'a', 2, 'x'), signatureOf(key, 'a', 1, 'y')];
    expect(new Set(all).size).toBe(5);
  });

  it('take a secret as it is, or as base64 behind its prefix, and refuse base64 that is none', () => {
    expect(keyOf('a passphrase')?.toString()).toBe('a passphrase');
    expect(keyOf(`whsec_${Buffer.from('bytes').toString('base64')}`)?.toString()).toBe('bytes');
    expect([keyOf('whsec_'), keyOf('whsec_%%')]).toEqual([null, null]);
  });

  it('are left out where there is no secret', () => {
    expect(webhookHeaders('r-1', 5, '', null)).toEqual({ 'webhook-id': 'r-1', 'webhook-timestamp': '5' });
  });
});
