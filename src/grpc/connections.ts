/**
 * The sockets below the gRPC server. The library waits at its end for every socket to be gone, and a peer that never
 * says goodbye, or never said a word, would keep the process for good: once no call is open, sockets are closed from
 * this side. Knows one private field of the library, whose version is pinned; without it nothing is closed early.
 */
import type { Server } from '@grpc/grpc-js';
import type { Http2Server, ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';

export class Connections {
  private readonly sockets = new Set<Socket>();
  private streams = 0;
  private closing = false;

  /** @param server bound already: listeners made later are not seen */
  constructor(server: Server) {
    const listeners: unknown = Reflect.get(server, 'http2Servers');
    if (!(listeners instanceof Map)) return;
    for (const listener of (listeners as Map<Http2Server, unknown>).keys()) this.watch(listener);
  }

  /** Closes every socket as soon as no call is open, now or later. */
  closeWhenIdle(): void {
    this.closing = true;
    this.look();
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private watch(listener: Http2Server): void {
    listener.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      this.look();
    });
    listener.on('stream', (stream: ServerHttp2Stream) => {
      this.streams += 1;
      stream.once('close', () => {
        this.streams -= 1;
        this.look();
      });
    });
  }

  private look(): void {
    if (!this.closing || this.streams > 0) return;
    // What was written last still leaves; a peer that does not read is for `cut`.
    for (const socket of this.sockets) socket.destroySoon();
  }
}
