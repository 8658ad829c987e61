/**
 * Control's handle on one instance: takes a thread, waits until the model is up on it, asks it to leave, and notices
 * when it dies. A thread that dies answers for nothing: its host hands back exactly what it held, as `instance_failed`, so
 * that the callers can send those requests again.
 */
import { unreachable } from '../base/assert.js';
import { ServingError, reasonNumber } from '../base/error.js';
import { INSTANCE } from '../memory/layout.js';
import { dropUnshared } from '../memory/slab.js';
import { TICKET, TicketState, type Exchange } from '../memory/ticket.js';
import { Control, type FromInstance, type InstanceSetup, type ProbeOutput } from './message.js';
import type { InstanceThread, ThreadPool } from './pool.js';

/** Outputs of each probe. */
export type ProbeAnswers = readonly (readonly ProbeOutput[])[];

export type HostState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'up' }
  | { readonly phase: 'leaving' }
  | { readonly phase: 'gone' };

export interface HostEvents {
  warming(done: number, total: number): void;
  log(level: 'info' | 'warn' | 'error', text: string): void;
  /** Before it is up, where the setup has probes. */
  probed(answers: ProbeAnswers): void;
  /** The thread ended without being asked to. What it held has been handed back. */
  died(text: string): void;
}

export class InstanceHost {
  state: HostState = { phase: 'starting' };
  private readonly words: Int32Array;
  private readonly thread: InstanceThread;
  private readonly gone: Promise<void>;
  private readonly started: Promise<string | null>;
  private settleStart: (fault: string | null) => void = () => undefined;
  private settleGone: () => void = () => undefined;
  private lastText = '';

  constructor(
    setup: InstanceSetup,
    private readonly exchange: Exchange,
    private readonly events: HostEvents,
    private readonly ring: () => void,
    private readonly threads: ThreadPool,
  ) {
    this.words = new Int32Array(setup.words);
    this.words.fill(0);
    this.started = new Promise((resolve) => (this.settleStart = resolve));
    this.gone = new Promise((resolve) => (this.settleGone = resolve));
    this.thread = threads.take();
    this.thread.onMessage = (message) => this.heard(message);
    this.thread.onExit = (code, text) => this.ended(text !== '' ? text : this.lastText !== '' ? this.lastText : `the thread ended with code ${code}`);
    this.thread.post({ type: 'serve', setup });
  }

  /** @throws ServingError load_failed with the thread's own words */
  async up(): Promise<void> {
    const fault = await this.started;
    if (fault !== null) throw new ServingError('load_failed', fault);
  }

  /** Asks the thread to leave after its present run; resolves when it holds nothing more. */
  async leave(): Promise<void> {
    if (this.state.phase !== 'gone') this.state = { phase: 'leaving' };
    Atomics.store(this.words, INSTANCE.control, Control.stop);
    this.ring();
    await this.gone;
  }

  private heard(message: FromInstance): void {
    switch (message.type) {
      case 'up':
        if (this.state.phase === 'starting') this.state = { phase: 'up' };
        return this.settleStart(null);
      case 'failed':
        this.lastText = message.text;
        return this.settleStart(message.text);
      case 'warming':
        return this.events.warming(message.done, message.total);
      case 'probed':
        return this.events.probed(message.answers);
      case 'log':
        return this.events.log(message.level, message.text);
      case 'idle':
        // Called off before it was up; a start that was settled already stays as it was.
        this.settleStart('no longer wanted');
        this.threads.giveBack(this.thread);
        return this.finish();
      default:
        return unreachable(message);
    }
  }

  private ended(text: string): void {
    const served = this.state.phase === 'up';
    this.finish();
    this.settleStart(text);
    if (served) this.events.died(text);
  }

  private finish(): void {
    this.state = { phase: 'gone' };
    handBackHeld(this.words, this.exchange);
    this.settleGone();
  }
}

/** Answers for a thread that is gone: what it held goes back to the front ends as `instance_failed`. */
export function handBackHeld(words: Int32Array, exchange: Exchange): void {
  const held = Atomics.load(words, INSTANCE.held);
  for (let k = 0; k < held; k++) {
    const ticket = words[INSTANCE.ids + k]!;
    // Tickets that the thread had handed back before it died are done and not ours to touch.
    if (!exchange.claim(ticket, TicketState.running, TicketState.done)) continue;
    exchange.set(ticket, TICKET.reason, reasonNumber('instance_failed'));
    exchange.set(ticket, TICKET.slab, -1);
    exchange.giveBack(exchange.frontEndOf(ticket), ticket, ticket);
  }
  words[INSTANCE.held] = 0;
  dropUnshared(words);
}
