/**
 * ModelInfer. The library's own unary machinery makes a Writable and an emitter for every call; an interceptor may answer
 * the call itself, and that is what happens here: one object per call is interceptor, listener and `Call` in one.
 * The rate against a bare echo of the library is in README.md; what the shortcut saves by itself is below the noise of
 * a shared machine, but what it does not make, nobody has to collect.
 */
import { Metadata, ServerInterceptingCall, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import type { Clock } from '../base/clock.js';
import { assert } from '../base/assert.js';
import { identify } from '../serving/identify.js';
import type { Outbox, Unsent } from '../serving/outbox.js';
import type { Call, Front, InferRequest, Target } from '../serving/port.js';
import { GrpcCaller } from './caller.js';
import { fill } from './fill.js';
import { RequestFrame } from './frame.js';
import { Reply, type Classify } from './reply.js';
import { OK, faultOf, statusOf, type GrpcLog } from './status.js';

/** Metadata key that names a label instead of a version. */
export const LABEL_KEY = 'sluice-label';

const NOTHING = Buffer.alloc(0);

/** What calls of one server share. The frame and the reply serve one call at a time, within one turn. */
export class InferRoom {
  readonly frame = new RequestFrame();
  readonly reply: Reply;
  private readonly caller = new GrpcCaller(this.frame);
  private readonly made = new WeakMap<readonly string[], Metadata>();
  /** Requests handed to the data plane and not settled. */
  inFlight = 0;
  /** Streams that are open, each told when the server stops. */
  readonly streams = new Set<{ drain(): void }>();

  constructor(
    readonly front: Front,
    readonly clock: Clock,
    readonly log: GrpcLog,
    classify: Classify,
    /** Requests that one ModelStreamInfer stream may have unanswered before its reads pause. */
    readonly streamRequestsMax: number,
    /** Answers that wait for their clients to read. */
    readonly outbox: Outbox,
    /** Ends a call without a status, for a client that does not read. */
    readonly cut: (call: ServerInterceptingCallInterface) => void,
  ) {
    this.reply = new Reply(classify);
  }

  /** A stream without an end in sight would hold up a stop: each ends behind its last answer. */
  drain(): void {
    for (const stream of [...this.streams]) stream.drain();
  }

  /** Decodes one message into a request that is not sent yet. `frame` keeps the head for the caller. */
  open(message: Buffer, metadata: Metadata | null, label: string, deadlineUs: number): InferRequest {
    this.frame.read(message);
    this.caller.metadata = metadata;
    const request = fill(this.front, this.frame, label, deadlineUs, this.caller);
    this.caller.metadata = null;
    return request;
  }

  /** What answers of a target carry, made once for each. */
  metadataOf({ headers }: Target): Metadata | null {
    if (headers === null) return null;
    let metadata = this.made.get(headers);
    if (metadata === undefined) {
      metadata = new Metadata();
      for (let i = 0; i < headers.length; i += 2) metadata.set(headers[i]!.toLowerCase(), headers[i + 1]!);
      this.made.set(headers, metadata);
    }
    return metadata;
  }

  /** The call's deadline, which the library keeps in milliseconds of wall time, on our clock; 0 without one. */
  deadlineUs(call: ServerInterceptingCallInterface): number {
    const deadline = call.getDeadline();
    const ms = typeof deadline === 'number' ? deadline : deadline.getTime();
    if (!Number.isFinite(ms)) return 0;
    return Math.max(1, this.clock.nowUs() + (ms - this.clock.wallMs()) * 1000);
  }
}

export function labelOf(metadata: Metadata): string {
  const [label] = metadata.get(LABEL_KEY);
  return label === undefined ? '' : String(label);
}

/** reading: until the message is here; running: the data plane has the request; done: a status was sent or the caller left. */
type State = 'reading' | 'running' | 'done';

export class InferCall extends ServerInterceptingCall implements Call, Unsent {
  unsentBytes = 0;
  dueTick = 0;
  private state: State = 'reading';
  private label = '';
  private metadata: Metadata | null = null;
  private request: InferRequest | null = null;

  constructor(
    private readonly base: ServerInterceptingCallInterface,
    private readonly room: InferRoom,
  ) {
    super(base);
  }

  /** The library's listener stays unused: this object answers the call. */
  override start(): void {
    this.base.start(this);
  }

  onReceiveMetadata(metadata: Metadata): void {
    this.label = labelOf(metadata);
    this.metadata = metadata;
    this.base.startRead();
  }

  /** A unary call has one message, so the work begins with it and does not wait for the half-close behind it. */
  onReceiveMessage(message: Buffer): void {
    if (this.state !== 'reading' || this.request !== null) return;
    const { room } = this;
    try {
      const request = room.open(message, this.metadata, this.label, room.deadlineUs(this.base));
      this.request = request;
      this.state = 'running';
      request.send(this);
    } catch (thrown) {
      this.fail(thrown);
    }
    room.frame.clear(NOTHING);
    this.base.startRead();
  }

  onReceiveHalfClose(): void {
    if (this.state === 'reading') {
      this.state = 'done';
      this.base.sendStatus({ code: 12, details: 'ModelInfer received no request message' });
    }
  }

  /** Also told after a status was sent, when there is nothing left to give up. */
  onCancel(): void {
    this.room.outbox.release(this);
    if (this.state === 'running') this.request!.abandon();
    this.request = null;
    this.state = 'done';
  }

  settled(request: InferRequest): void {
    assert(this.state === 'running' && request === this.request, 'a request settled that was not running');
    this.state = 'done';
    this.request = null;
    const { error } = request;
    const metadata = this.room.metadataOf(request.target);
    if (metadata !== null) this.base.sendMetadata(metadata.clone());
    try {
      if (error !== null) throw error;
      this.room.reply.prepare(request, false, false);
    } catch (thrown) {
      request.release();
      this.base.sendStatus(statusOf(faultOf(thrown, this.room.log, 'ModelInfer')));
      return;
    }
    // The library serialises within sendMessage, so the output memory can be given back behind it.
    this.room.outbox.hold(this, this.room.reply.byteLength);
    this.base.sendMessage(this.room.reply, this.sent);
    request.release();
    this.base.sendStatus(OK);
  }

  private readonly sent = (): void => this.room.outbox.release(this);

  cut(): void {
    this.room.cut(this.base);
  }

  private fail(fault: unknown): void {
    const thrown = identify(fault, this.request?.id ?? '');
    this.request?.abandon();
    this.request = null;
    this.state = 'done';
    this.base.sendStatus(statusOf(faultOf(thrown, this.room.log, 'ModelInfer')));
  }
}
