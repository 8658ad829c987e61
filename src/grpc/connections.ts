/**
 * The sockets and streams below the gRPC server, for what the library leaves unbounded: a message that does not come, an
 * answer that is not read, a peer that never says goodbye. Knows two private fields of the library, whose version is
 * pinned: its listeners, and the stream of a call. Without the first nothing is bounded or closed early, without the second
 * a call that is to be cut off stays.
 */
import type { Server, ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { constants, type Http2Server, type IncomingHttpHeaders, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import type { Intake } from '../serving/intake.js';
import { Arrival } from './arrival.js';

/** How often it is looked for messages and peers that keep us waiting. */
export const SWEEP_MS = 1000;
/** Time that a message has from its first byte to its last; where a call has one message only, from the begin of the call. */
const MESSAGE_TICKS = 30;
/** Time that a peer has to answer a ping after a stream of its own was cut off. */
const PING_TICKS = 20;

export class Connections {
  private readonly sockets = new Set<Socket>();
  private readonly arrivals = new Map<ServerHttp2Stream, Arrival>();
  /** Peers that must show that they read at all, and until when. */
  private readonly pinged = new Map<Http2Session, number>();
  private tick = 0;
  private closing = false;

  /**
   * @param server bound already: listeners made later are not seen
   * @param sendsMany whether calls of a path may send more than one message
   */
  constructor(
    server: Server,
    private readonly intake: Intake,
    private readonly sendsMany: (path: string) => boolean,
  ) {
    const listeners: unknown = Reflect.get(server, 'http2Servers');
    if (!(listeners instanceof Map)) return;
    for (const listener of (listeners as Map<Http2Server, unknown>).keys()) this.watch(listener);
  }

  get count(): number {
    return this.sockets.size;
  }

  /** Closes every socket as soon as no call is open, now or later. */
  closeWhenIdle(): void {
    this.closing = true;
    this.look();
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Ends a call whose answer is not read. Its status would wait behind the answer, so the stream is reset. */
  cutCall(call: ServerInterceptingCallInterface): void {
    const stream = Reflect.get(call, 'stream') as ServerHttp2Stream | undefined;
    if (stream === undefined) return;
    const { session } = stream;
    stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    // A peer that reads nothing at all keeps what is on its way in the socket; only the connection's end frees that.
    if (session === undefined || session.destroyed || this.pinged.has(session)) return;
    this.pinged.set(session, this.tick + PING_TICKS);
    session.once('close', () => this.pinged.delete(session));
    session.ping((fault) => {
      if (fault === null) this.pinged.delete(session);
    });
  }

  /** Called every `SWEEP_MS`. */
  sweep(): void {
    this.tick += 1;
    for (const [stream, arrival] of this.arrivals) {
      if (arrival.isLate(this.tick, MESSAGE_TICKS, stream.isPaused())) stream.close(constants.NGHTTP2_CANCEL);
    }
    for (const [session, dueTick] of this.pinged) if (dueTick <= this.tick) session.destroy();
  }

  private watch(listener: Http2Server): void {
    listener.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      this.look();
    });
    listener.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      const arrival = new Arrival(this.intake, !this.sendsMany(headers[':path'] as string), this.tick);
      this.arrivals.set(stream, arrival);
      stream.on('data', (chunk: Buffer) => {
        if (!arrival.took(chunk, this.tick)) stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
      });
      stream.once('close', () => {
        arrival.closed();
        this.arrivals.delete(stream);
        this.look();
      });
    });
  }

  private look(): void {
    if (!this.closing || this.arrivals.size > 0) return;
    // What was written last still leaves; a peer that does not read is for `cut`.
    for (const socket of this.sockets) socket.destroySoon();
  }
}
