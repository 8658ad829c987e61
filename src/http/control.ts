/**
 * Everything over HTTP that is not inference: waits for the whole body, asks the control side, answers. Made per
 * request; speed does not matter here, the bounds on bodies do.
 */
import { asServingError, ServingError } from '../base/error.js';
import { errorBody, errorHead, errorText } from './answer.js';
import { answerControl, type Reply } from './admin.js';
import { Body } from './body.js';
import { conditionsOf, NO_CONDITIONS, type Conditions } from './conditions.js';
import { type Coding, inflateBody, parseContentEncoding } from './compress.js';
import type { Exchange, Head, Receiver } from './engine.js';
import { faultBody, jsonHead } from './engine.js';
import type { Expiring, Room } from './room.js';
import type { Route } from './route.js';

export class ControlCall implements Receiver, Expiring {
  readonly beganTick: number;
  /** receiving: chunks come; asking: zlib or the control side works; done: answered, or the client is gone. */
  #state: 'receiving' | 'asking' | 'done' = 'receiving';
  #half = false;
  #coding: Coding = 'identity';
  #conditions: Conditions = NO_CONDITIONS;
  readonly #method: string;
  readonly #body: Body;

  constructor(
    private readonly room: Room,
    private readonly exchange: Exchange,
    private readonly route: Route,
  ) {
    this.beganTick = room.tick;
    this.#body = new Body(room.intake);
    this.#method = exchange.method === 'head' ? 'get' : exchange.method;
  }

  get receiving(): boolean {
    return this.#state === 'receiving';
  }

  begin(): void {
    try {
      this.room.watch(this);
      this.#conditions = conditionsOf(this.exchange);
      this.#coding = parseContentEncoding(this.exchange.header('content-encoding'));
      this.exchange.receive(this);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  chunk(bytes: Uint8Array, last: boolean): void {
    if (this.#state !== 'receiving') return;
    try {
      if (bytes.length > 0) this.#body.add(bytes, this.room.front.requestBytesMax);
      if (!last) {
        if (!this.#half) this.room.enterHalf();
        this.#half = true;
        return;
      }
      this.#leaveHalf();
      this.#state = 'asking';
      if (this.#coding === 'identity' || this.#body.length === 0) this.#ask(this.#body.bytes());
      else this.#inflate();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #inflate(): void {
    const { room } = this;
    room.enterInflating();
    inflateBody(this.#coding, this.#body.bytes(), room.front.requestBytesMax, (error, bytes) => {
      room.leaveInflating();
      if (error === null) this.#ask(bytes);
      else this.#fail(error);
    });
  }

  #ask(bytes: Uint8Array): void {
    answerControl(this.room, this.#method, this.route, bytes, this.#conditions).then(
      (reply) => this.#reply(reply),
      (thrown: unknown) => this.#fail(thrown),
    );
  }

  #reply(reply: Reply): void {
    const { status, body, head = [] } = reply;
    const text = body === undefined ? '' : head.includes('Content-Type') ? String(body) : JSON.stringify(body);
    this.#answer(status, text, false, head.includes('Content-Type') ? head : [...jsonHead, ...head]);
  }

  aborted(): void {
    this.#state = 'done';
    this.#leave();
  }

  expire(): void {
    this.#answer(408, errorBody(`the request body was not complete within ${this.room.limits.bodyTimeoutMs} ms`), true);
  }

  #fail(thrown: unknown): void {
    if (!(thrown instanceof ServingError)) {
      this.#answer(500, faultBody, true);
      this.room.fault(thrown);
      return;
    }
    const error = asServingError(thrown);
    if (this.#state === 'done') return;
    const close = this.#state === 'receiving';
    this.#state = 'done';
    this.#leave();
    this.exchange.respond(error.row.http, errorHead(error), errorText(error), close);
  }

  #answer(status: number, body: string, close: boolean, head: Head = jsonHead): void {
    if (this.#state === 'done') return;
    this.#state = 'done';
    this.#leave();
    this.exchange.respond(status, head, body, close);
  }

  #leave(): void {
    this.#leaveHalf();
    this.#body.clear();
    this.room.unwatch(this);
  }

  #leaveHalf(): void {
    if (this.#half) this.room.leaveHalf();
    this.#half = false;
  }
}
