/**
 * Signatures by the Standard Webhooks convention: HMAC-SHA-256 over id, moment and body, so that a receiver knows who
 * sent them, that nothing was changed on the way, and that it is no old message sent again.
 */
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** `whsec_` and base64, as the convention has it, or any other text as it is. null for base64 that is none. */
export function keyOf(secret: string): Buffer | null {
  if (!secret.startsWith(PREFIX)) return Buffer.from(secret, 'utf8');
  const text = secret.slice(PREFIX.length);
  return BASE64.test(text) ? Buffer.from(text, 'base64') : null;
}

export function signatureOf(key: Uint8Array, id: string, atS: number, body: string): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${atS}.${body}`, 'utf8').digest('base64')}`;
}

/** @param atS moment of this try, not of the event: receivers refuse what is minutes old */
export function webhookHeaders(id: string, atS: number, body: string, key: Uint8Array | null): Readonly<Record<string, string>> {
  const head = { 'webhook-id': id, 'webhook-timestamp': String(atS) };
  return key === null ? head : { ...head, 'webhook-signature': signatureOf(key, id, atS, body) };
}
