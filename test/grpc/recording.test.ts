import { status as GRPC } from '@grpc/grpc-js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { chunksOf } from '../../src/grpc/recording.js';
import { ROLLOUT_SERVICE } from '../../src/grpc/rollout.js';
import { FakeAdmin } from '../support/admin.js';
import { FakeFront } from '../support/grpc-front.js';
import { Inbox, World, decode, encode } from './world.js';

class RecordedAdmin extends FakeAdmin {
  text: string | ServingError = '';

  override async rolloutRecording(): Promise<string> {
    if (this.text instanceof ServingError) throw this.text;
    return this.text;
  }
}

let admin: RecordedAdmin;
let world: World;
beforeEach(async () => {
  admin = new RecordedAdmin();
  world = await World.start(new FakeFront(), admin);
});
afterEach(() => world.stop());

async function recording(): Promise<{ readonly pieces: readonly string[]; readonly code: number }> {
  const request = encode('sluice.v1.GetRecordingRequest', { model: 'm' });
  const call = world.client.makeServerStreamRequest(`/${ROLLOUT_SERVICE}/GetRecording`, (b: Buffer) => b, (b: Buffer) => b, request);
  const pieces: string[] = [];
  call.on('data', (bytes: Buffer) => pieces.push(decode('sluice.v1.GetRecordingResponse', bytes)['lines']));
  return { code: (await new Inbox(call).ended).code, pieces };
}

describe('GetRecording', () => {
  it('streams whole lines', async () => {
    const line = `${JSON.stringify({ atMs: 1, phase: 'é'.repeat(500) })}\n`;
    admin.text = line.repeat(1000);
    const { pieces, code } = await recording();
    expect(code).toBe(0);
    expect(pieces.join('')).toBe(admin.text);
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) expect(piece.length % line.length).toBe(0);
  });

  it('is empty for an empty one, and says why there is none', async () => {
    expect(await recording()).toEqual({ code: 0, pieces: [] });
    admin.text = new ServingError('not_found', "model 'm' has had no rollout");
    expect(await recording()).toEqual({ code: GRPC.NOT_FOUND, pieces: [] });
  });
});

describe('pieces of a text', () => {
  it('are the text again, end with lines, and are as large as allowed unless a line is larger', () => {
    const text = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((line) => line.replaceAll('\n', ''))).map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 40 }), fc.boolean(), (whole, charsMax, isCut) => {
      const given = isCut ? whole.slice(0, -1) : whole;
      const pieces = [...chunksOf(given, charsMax)];
      expect(pieces.join('')).toBe(given);
      for (const [index, piece] of pieces.entries()) {
        expect(piece).not.toBe('');
        if (index < pieces.length - 1) expect(piece.endsWith('\n')).toBe(true);
        if (piece.length > charsMax) expect(piece.slice(0, -1)).not.toContain('\n');
        const next = pieces[index + 1];
        if (next !== undefined) expect(piece.length + next.indexOf('\n') + 1 > charsMax || next.indexOf('\n') < 0).toBe(true);
      }
    }));
  });
});
