/** sluice.v1.RolloutService/GetRecording: a recording as a stream of whole lines, sent as fast as the reader takes them. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Admin } from '../serving/admin.js';
import { read, written } from './messages.js';
import { faultOf, statusOf, type GrpcLog } from './status.js';

const CHUNK_CHARS = 65_536;

export async function sendRecording(admin: Admin, call: ServerWritableStream<Buffer, Buffer>, log: GrpcLog): Promise<void> {
  try {
    const text = await admin.rolloutRecording(read.getRecording(call.request).model);
    const gone = new Promise<void>((resolve) => call.once('cancelled', resolve));
    for (const lines of chunksOf(text, CHUNK_CHARS)) {
      const taken = new Promise<void>((resolve) => call.write(written.recording({ lines }), () => resolve()));
      await Promise.race([taken, gone]);
      if (call.cancelled) return;
    }
    call.end();
  } catch (thrown) {
    call.emit('error', statusOf(faultOf(thrown, log, 'GetRecording')));
  }
}

/** Cut behind line feeds, each piece as long as fits; a line that is longer by itself goes alone. */
export function* chunksOf(text: string, charsMax: number): Generator<string> {
  let begin = 0;
  while (text.length - begin > charsMax) {
    const last = text.lastIndexOf('\n', begin + charsMax - 1);
    const cut = last >= begin ? last : text.indexOf('\n', begin);
    if (cut < 0) break;
    yield text.slice(begin, cut + 1);
    begin = cut + 1;
  }
  if (begin < text.length) yield text.slice(begin);
}
