/**
 * ModelStreamInfer: many requests on one stream, answered in the order they came. A request that fails is answered
 * in-band and the stream goes on, unless the client asked with `triton_grpc_error: true` for the stream to end with the
 * status. Reads pause while `streamRequestsMax` requests have no answer on the socket; a cancel gives all of them up.
 */
import { ServerInterceptingCall, type Metadata, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { ServingError } from '../base/error.js';
import { identify } from '../serving/identify.js';
import type { Unsent } from '../serving/outbox.js';
import type { Call, InferRequest } from '../serving/port.js';
import { labelOf, type InferRoom } from './infer.js';
import { encodeFault } from './reply.js';
import { OK, detailsOf, faultOf, statusOf, type CallStatus } from './status.js';

const NOTHING = Buffer.alloc(0);

/** One request of the stream: with the data plane, answered or refused and waiting for its turn, or on its way to the client. */
class Item implements Call, Unsent {
  unsentBytes = 0;
  dueTick = 0;
  state: 'running' | 'settled' | 'refused' = 'running';
  request: InferRequest | null = null;
  error: ServingError | null = null;

  constructor(
    private readonly stream: StreamCall,
    readonly id: string,
    readonly final: boolean,
  ) {}

  settled(request: InferRequest): void {
    this.state = 'settled';
    this.request = request;
    this.stream.flush();
  }

  refuse(error: ServingError): void {
    this.state = 'refused';
    this.error = error;
  }

  readonly sent = (): void => this.stream.written(this);

  cut(): void {
    this.stream.cut();
  }

  giveUp(): void {
    if (this.state === 'running') this.request?.abandon();
    else if (this.state === 'settled') this.request!.release();
    this.request = null;
  }
}

export class StreamCall extends ServerInterceptingCall {
  private state: 'open' | 'half-closed' | 'draining' | 'done' = 'open';
  private readonly queue: Item[] = [];
  private readonly leaving = new Set<Item>();
  /** Requests read whose answer has not left for the socket. */
  private outstanding = 0;
  private reading = false;
  private flushing = false;
  private label = '';
  private metadata: Metadata | null = null;
  private endOnError = false;

  constructor(
    private readonly base: ServerInterceptingCallInterface,
    private readonly room: InferRoom,
  ) {
    super(base);
  }

  /** As in infer.ts: this object answers the call. */
  override start(): void {
    this.room.streams.add(this);
    this.base.start(this);
  }

  /** The server stops: what was read is answered, then the stream ends in a way that says to go elsewhere. */
  drain(): void {
    if (this.state !== 'open') return;
    this.state = 'draining';
    this.flush();
  }

  onReceiveMetadata(metadata: Metadata): void {
    this.label = labelOf(metadata);
    this.metadata = metadata;
    this.endOnError = String(metadata.get('triton_grpc_error')[0] ?? '').toLowerCase() === 'true';
    this.read();
  }

  onReceiveMessage(message: Buffer): void {
    this.reading = false;
    if (this.state === 'done' || this.state === 'draining') return;
    this.outstanding++;
    this.accept(message);
    this.room.frame.clear(NOTHING);
    this.flush();
    this.read();
  }

  onReceiveHalfClose(): void {
    this.reading = false;
    if (this.state === 'done' || this.state === 'draining') return;
    this.state = 'half-closed';
    this.flush();
  }

  /** Also told after the stream's own end, when the queue is empty. */
  onCancel(): void {
    this.room.streams.delete(this);
    this.state = 'done';
    this.dropAll();
    for (const item of this.leaving) this.room.outbox.release(item);
    this.leaving.clear();
  }

  /** Sends every answer whose turn has come. */
  flush(): void {
    if (this.flushing) return;
    this.flushing = true;
    while (this.state !== 'done' && this.queue.length > 0 && this.queue[0]!.state !== 'running') {
      this.answer(this.queue.shift()!);
    }
    this.flushing = false;
    if (this.queue.length > 0) return;
    if (this.state === 'half-closed') this.end(OK);
    else if (this.state === 'draining') this.end(statusOf(new ServingError('draining', 'Server is stopping and takes no new inference requests')));
  }

  private read(): void {
    if (this.state !== 'open' || this.reading || this.outstanding >= this.room.streamRequestsMax) return;
    this.reading = true;
    this.base.startRead();
  }

  private accept(message: Buffer): void {
    const { room } = this;
    let request: InferRequest | null = null;
    let item: Item | null = null;
    try {
      request = room.open(message, this.metadata, this.label, room.deadlineUs(this.base));
      item = new Item(this, room.frame.id, room.frame.finalFlag);
      item.request = request;
      this.queue.push(item);
      request.send(item);
    } catch (fault) {
      const thrown = identify(fault, request?.id ?? '');
      request?.abandon();
      if (item === null) this.queue.push((item = new Item(this, room.frame.id, false)));
      item.request = null;
      item.refuse(faultOf(thrown, room.log, 'ModelStreamInfer'));
    }
  }

  private answer(item: Item): void {
    const { request } = item;
    item.request = null;
    let error = item.error ?? request!.error;
    if (error === null) {
      try {
        this.room.reply.prepare(request!, true, item.final);
        this.leave(item, this.room.reply.byteLength);
        this.base.sendMessage(this.room.reply, item.sent);
      } catch (thrown) {
        error = faultOf(thrown, this.room.log, 'ModelStreamInfer');
      }
    }
    request?.release();
    if (error === null) return;
    if (this.endOnError) this.end(statusOf(error));
    else this.refuse(item, encodeFault(detailsOf(error), item.id));
  }

  private refuse(item: Item, message: Buffer): void {
    this.leave(item, message.length);
    this.base.sendMessage(message, item.sent);
  }

  private leave(item: Item, byteLength: number): void {
    this.leaving.add(item);
    this.room.outbox.hold(item, byteLength);
  }

  /** The socket has the answer. */
  written(item: Item): void {
    this.leaving.delete(item);
    this.room.outbox.release(item);
    this.outstanding--;
    this.read();
  }

  /** The client does not read. */
  cut(): void {
    this.room.cut(this.base);
  }

  private end(status: CallStatus): void {
    this.room.streams.delete(this);
    this.state = 'done';
    this.base.sendStatus(status);
    this.dropAll();
  }

  private dropAll(): void {
    for (const item of this.queue) item.giveUp();
    this.queue.length = 0;
  }
}
