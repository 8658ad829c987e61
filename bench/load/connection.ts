/**
 * One keep-alive connection with at most one request in flight. Reads go into one buffer that is reused, requests
 * are bytes made beforehand: per request there are one write, one read and no object. A connection that breaks
 * reports it and is opened again by its owner's wish.
 */
import net from 'node:net';
import { faultText } from '../fault.js';
import { AnswerReader } from './wire.js';

const READ_BYTES = 65_536;

export interface ConnectionEvents {
  opened(connection: Connection): void;
  /** @param status HTTP number as text, or `broken` with the cause when the answer will not come */
  answered(connection: Connection, status: string): void;
  /** Broke while nothing was in flight. */
  lost(connection: Connection, cause: string): void;
}

type State = 'opening' | 'idle' | 'waiting' | 'closed';

/** Made once, so that an answer does not make a string. */
const STATUS_TEXT = Array.from({ length: 1000 }, (_, status) => String(status));

export class Connection {
  private state: State = 'opening';
  private socket: net.Socket;
  private cause = 'closed by the server';
  /** Free for the owner: when the request in flight was sent, or was meant to be. */
  fromUs = 0;

  constructor(
    private readonly port: number,
    private readonly events: ConnectionEvents,
  ) {
    this.socket = this.open();
  }

  send(request: Uint8Array): void {
    this.state = 'waiting';
    this.socket.write(request);
  }

  reopen(): void {
    this.state = 'opening';
    this.socket = this.open();
  }

  close(): void {
    this.state = 'closed';
    this.socket.destroy();
  }

  private open(): net.Socket {
    const reader = new AnswerReader((status) => this.answer(STATUS_TEXT[status] ?? 'broken'));
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    const socket = net.connect({
      port: this.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback: (length) => {
          try {
            reader.push(buffer, length);
          } catch (thrown) {
            this.cause = faultText(thrown);
            socket.destroy();
          }
          return true;
        },
      },
    });
    socket.on('connect', () => {
      this.state = 'idle';
      this.events.opened(this);
    });
    socket.on('error', (error) => {
      this.cause = error.message;
    });
    socket.on('close', () => this.ended());
    return socket;
  }

  private answer(status: string): void {
    this.state = 'idle';
    this.events.answered(this, status);
  }

  private ended(): void {
    const before = this.state;
    if (before === 'closed') return;
    this.state = 'closed';
    if (before === 'waiting') this.events.answered(this, 'broken');
    else this.events.lost(this, this.cause);
  }

  /** A broken connection is closed; anything else can take a request or is waiting for an answer. */
  get broken(): boolean {
    return this.state === 'closed';
  }
}
