/** A call that the library answers by itself: control, health, reflection. What its client does not read is in the outbox too. */
import { ServerInterceptingCall, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import type { Outbox, Unsent } from '../serving/outbox.js';

type Listener = Parameters<ServerInterceptingCall['start']>[0];

export class PlainCall extends ServerInterceptingCall {
  private readonly leaving = new Set<Unsent>();
  private isGone = false;

  constructor(
    private readonly base: ServerInterceptingCallInterface,
    private readonly outbox: Outbox,
    private readonly cut: (call: ServerInterceptingCallInterface) => void,
  ) {
    super(base);
  }

  override start(listener: Listener): void {
    super.start({
      onReceiveMetadata: (metadata) => listener.onReceiveMetadata(metadata),
      onReceiveMessage: (message: unknown) => listener.onReceiveMessage(message),
      onReceiveHalfClose: () => listener.onReceiveHalfClose(),
      onCancel: () => {
        this.isGone = true;
        for (const answer of this.leaving) this.outbox.release(answer);
        this.leaving.clear();
        listener.onCancel();
      },
    });
  }

  override sendMessage(message: Buffer, callback: () => void): void {
    // The library answers a client that has left too, writes nothing, and never says that it is done.
    if (this.isGone) return super.sendMessage(message, callback);
    const answer: Unsent = { unsentBytes: 0, dueTick: 0, cut: () => this.cut(this.base) };
    this.leaving.add(answer);
    this.outbox.hold(answer, message.length);
    super.sendMessage(message, () => {
      this.leaving.delete(answer);
      this.outbox.release(answer);
      callback();
    });
  }
}
