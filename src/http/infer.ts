/**
 * One inference over HTTP, from its head to its answer. Calls are pooled: nothing is made per request but what the
 * engine and the data plane make themselves. A body that comes in one chunk is decoded inside the engine's callback
 * without being copied; of a larger binary body the JSON is read as soon as it is complete, and the tensors go
 * straight from the chunks to where they will be read.
 */
import { asServingError, ServingError } from '../base/error.js';
import { identify } from '../serving/identify.js';
import type { Call, Caller, InferRequest } from '../serving/port.js';
import { keepHeaders } from './caller.js';
import { encodingHead, errorBody, errorHead } from './answer.js';
import { Fill, parseHeadLength, placeRaw } from './binary.js';
import { Body } from './body.js';
import { chooseCoding, type Coding, compressBytesMin, deflateBody, inflateBody, parseContentEncoding, tooLarge } from './compress.js';
import type { Exchange, Head, Receiver } from './engine.js';
import { faultBody, jsonHead } from './engine.js';
import type { Plan } from './plan.js';
import type { Expiring, Room } from './room.js';
import type { Route } from './route.js';

/**
 * reading: chunks come; filling: the JSON of a binary body has been read, tensors come; inflating, deflating: zlib
 * works; waiting: the data plane has the request. In every state but idle the exchange is ours to answer.
 */
type State = 'idle' | 'reading' | 'filling' | 'inflating' | 'waiting' | 'deflating';

const timeoutPattern = /^[0-9]{1,9}(\.[0-9]{1,6})?$/;
/** Unread bodies up to this are left to be read to their end, so that the connection can be kept. */
const drainBytesMax = 1024 * 1024;

export class InferCall implements Receiver, Call, Expiring {
  beganTick = 0;
  #state: State = 'idle';
  #exchange: Exchange | null = null;
  #plan: Plan | null = null;
  /** Waits for the body to say who answers; null where the head does. */
  #route: Route | null = null;
  #keptHeaders: readonly string[] = [];
  #key = -1;
  #request: InferRequest | null = null;
  #headLength = -1;
  #declaredBytes = -1;
  #coding: Coding = 'identity';
  #acceptEncoding = '';
  #deadlineUs = 0;
  #half = false;
  /** Tells a callback of zlib whether this is still the request that it was started for. */
  #generation = 0;
  readonly #body: Body;
  readonly #fill = new Fill();
  readonly #binaryHead = ['Content-Type', 'application/octet-stream', 'Inference-Header-Content-Length', '0'];

  constructor(
    private readonly room: Room,
    private readonly pool: InferCall[],
  ) {
    this.#body = new Body(room.intake);
  }

  get receiving(): boolean {
    return this.#state === 'reading' || this.#state === 'filling';
  }

  /** Head of the request; the exchange answers or receives from here on. */
  begin(exchange: Exchange, route: Route): void {
    const { room } = this;
    this.#exchange = exchange;
    this.#state = 'reading';
    this.beganTick = room.tick;
    this.#deadlineUs = 0;
    this.#coding = 'identity';
    try {
      const declared = exchange.header('content-length');
      this.#declaredBytes = declared === '' ? -1 : Number(declared);
      if (this.#declaredBytes > room.front.requestBytesMax) throw tooLarge(room.front.requestBytesMax);
      const encoding = exchange.header('content-encoding');
      if (encoding !== '') this.#coding = parseContentEncoding(encoding);
      this.#headLength = parseHeadLength(exchange.header('inference-header-content-length'), this.#coding === 'identity' ? this.#declaredBytes : -1);
      this.#acceptEncoding = exchange.header('accept-encoding');
      const timeout = exchange.header('sluice-timeout-ms');
      if (timeout !== '') this.#setDeadline(timeout);
      const names = room.front.bodyKeyed(route.model, route.version, route.label);
      if (names === null) this.#resolve(route, room.caller.ofHead(exchange));
      else {
        this.#route = route;
        this.#keptHeaders = keepHeaders(exchange, names);
      }
      exchange.receive(this);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #resolve(route: Route, caller: Caller): void {
    const { front, plans } = this.room;
    this.#plan = plans.of(front.resolve(route.model, route.version, route.label, caller));
    this.#key = front.key;
    this.room.caller.clear();
  }

  /** For a request whose head did not say who answers it. */
  #resolveByBody(bytes: Uint8Array, end: number): void {
    if (this.#route === null) return;
    const route = this.#route;
    this.#route = null;
    this.#resolve(route, this.room.caller.ofBody(this.#keptHeaders, bytes, 0, end));
  }

  #setDeadline(text: string): void {
    const timeoutMs = timeoutPattern.test(text) ? Number(text) : 0;
    if (timeoutMs <= 0) throw new ServingError('invalid_argument', `header 'Sluice-Timeout-Ms' must be a positive number of milliseconds, not '${text.slice(0, 40)}'`);
    this.#deadlineUs = this.room.clock.nowUs() + timeoutMs * 1000;
  }

  chunk(bytes: Uint8Array, last: boolean): void {
    try {
      if (this.#state === 'filling') this.#continue(bytes, 0, last);
      else if (this.#state === 'reading') this.#read(bytes, last);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #read(bytes: Uint8Array, last: boolean): void {
    const plain = this.#coding === 'identity';
    if (last && this.#body.length === 0) {
      if (plain) this.#whole(bytes);
      else this.#inflate(bytes.slice());
      return;
    }
    if (!this.#half) {
      this.room.enterHalf();
      this.#half = true;
    }
    if (last) {
      this.#body.add(bytes, this.room.front.requestBytesMax);
      if (plain) this.#whole(this.#body.bytes());
      else this.#inflate(this.#body.bytes());
      return;
    }
    // With a declared length the room to make is known, so the tensors need not wait here for the rest.
    if (plain && this.#headLength > 0 && this.#declaredBytes >= 0) this.#gatherHead(bytes);
    else if (bytes.length > 0) this.#body.add(bytes, this.room.front.requestBytesMax);
  }

  /** Waits until the JSON of a binary body is complete, then starts to fill. */
  #gatherHead(bytes: Uint8Array): void {
    const before = this.#body.length;
    const missing = this.#headLength - before;
    if (bytes.length < missing) {
      this.#body.add(bytes, this.room.front.requestBytesMax);
      return;
    }
    let head = bytes;
    if (before > 0) {
      this.#body.add(bytes.subarray(0, missing), this.room.front.requestBytesMax);
      head = this.#body.bytes();
    }
    this.#resolveByBody(head, this.#headLength);
    const request = this.#open(this.#declaredBytes - this.#headLength);
    const plan = this.#plan as Plan;
    this.room.reader.read(request, plan, head, 0, this.#headLength);
    this.#fill.start(this.room.reader);
    this.#state = 'filling';
    this.#continue(bytes, missing, false);
  }

  #continue(bytes: Uint8Array, from: number, last: boolean): void {
    const request = this.#request as InferRequest;
    this.#fill.put(request, bytes, from);
    if (!last) return;
    this.#fill.finish(request, this.#plan as Plan);
    this.#send(request);
  }

  #open(inputBytes: number): InferRequest {
    const plan = this.#plan as Plan;
    const request = this.room.front.open(plan.target, inputBytes, this.#deadlineUs, this.#key);
    this.#request = request;
    return request;
  }

  #whole(bytes: Uint8Array): void {
    const { room } = this;
    const jsonEnd = this.#headLength < 0 ? bytes.length : this.#headLength;
    if (jsonEnd > bytes.length) {
      throw new ServingError('invalid_argument', `Unable to parse 'Inference-Header-Content-Length': ${jsonEnd} is more than the ${bytes.length} bytes of the body`);
    }
    this.#resolveByBody(bytes, jsonEnd);
    const plan = this.#plan as Plan;
    // JSON text is mostly longer than what it says; the hint need not be exact.
    const request = this.#open(jsonEnd === bytes.length ? bytes.length : bytes.length - jsonEnd);
    if (this.#headLength === 0) {
      placeRaw(request, plan, bytes);
    } else {
      room.reader.read(request, plan, bytes, 0, jsonEnd);
      if (room.reader.binaryCount > 0 || jsonEnd < bytes.length) {
        this.#fill.start(room.reader);
        this.#fill.put(request, bytes, jsonEnd);
        this.#fill.finish(request, plan);
      }
    }
    this.#send(request);
  }

  #send(request: InferRequest): void {
    this.#leaveHalf();
    // Everything in it lies in request memory by now.
    this.#dropBody();
    this.#state = 'waiting';
    request.send(this);
  }

  #inflate(bytes: Uint8Array): void {
    const { room } = this;
    room.enterInflating();
    this.#leaveHalf();
    this.#state = 'inflating';
    const generation = this.#generation;
    inflateBody(this.#coding, bytes, room.front.requestBytesMax, (error, out) => {
      room.leaveInflating();
      if (this.#generation !== generation) return;
      try {
        if (error !== null) throw error;
        this.#whole(out);
      } catch (thrown) {
        this.#fail(thrown);
      }
    });
  }

  settled(request: InferRequest): void {
    try {
      if (request.error !== null) throw request.error;
      const { writer } = this.room;
      const plan = this.#plan as Plan;
      writer.write(request, plan);
      this.#request = null;
      request.release();
      const binary = writer.length > writer.jsonLength;
      if (binary) this.#binaryHead[3] = String(writer.jsonLength);
      const plain = binary ? this.#binaryHead : jsonHead;
      const { headers } = plan.target;
      const head = headers === null ? plain : [...plain, ...headers];
      if (this.#acceptEncoding !== '' && writer.length >= compressBytesMin && writer.entropy === 'text') {
        const coding = chooseCoding(this.#acceptEncoding);
        if (coding !== 'identity') {
          this.#deflate(coding, head, writer.take());
          return;
        }
      }
      this.#answer(200, head, writer.take(), false);
    } catch (thrown) {
      if (this.#request !== null) {
        this.#request = null;
        request.release();
      }
      this.#fail(thrown);
    }
  }

  #deflate(coding: Coding, head: Head, bytes: Uint8Array): void {
    this.#state = 'deflating';
    const generation = this.#generation;
    const body = bytes.slice();
    deflateBody(coding, body, (out) => {
      if (this.#generation !== generation) return;
      if (out === null || out.length >= body.length) this.#answer(200, head, body, false);
      else this.#answer(200, [...head, 'Content-Encoding', coding], out, false);
    });
  }

  /** The client is gone: the place in the queue is given back at once. */
  aborted(): void {
    this.#request?.abandon();
    this.#finish();
  }

  /** The body did not come in time. */
  expire(): void {
    this.#request?.abandon();
    this.#request = null;
    this.#answer(408, jsonHead, errorBody(`the request body was not complete within ${this.room.limits.bodyTimeoutMs} ms`), true);
  }

  #fail(fault: unknown): void {
    // An id is known once the JSON around it was read.
    const thrown = identify(fault, this.#request?.id ?? '');
    const unread = this.receiving && (this.#declaredBytes < 0 || this.#declaredBytes > drainBytesMax);
    this.#request?.abandon();
    this.#request = null;
    if (!(thrown instanceof ServingError)) {
      this.#answer(500, jsonHead, faultBody, unread);
      this.room.fault(thrown);
      return;
    }
    const error = asServingError(thrown);
    const unknownCoding = error.reason === 'unsupported' && this.#plan === null && this.#route === null;
    const close = error.reason === 'payload_too_large' || unread;
    const plain = unknownCoding ? encodingHead : errorHead(error);
    const headers = this.#plan?.target.headers ?? null;
    this.#answer(error.row.http, headers === null ? plain : [...plain, ...headers], errorBody(error.message), close);
  }

  #answer(status: number, head: Head, body: string | Uint8Array, close: boolean): void {
    const exchange = this.#exchange;
    this.#finish();
    exchange?.respond(status, head, body, close);
  }

  #leaveHalf(): void {
    if (!this.#half) return;
    this.#half = false;
    this.room.leaveHalf();
  }

  #dropBody(): void {
    if (this.#body.length > 0) this.#body.clear();
  }

  #finish(): void {
    this.#leaveHalf();
    this.#generation++;
    this.#state = 'idle';
    this.#exchange = null;
    this.#request = null;
    this.#plan = null;
    this.#route = null;
    this.#dropBody();
    this.pool.push(this);
  }
}
