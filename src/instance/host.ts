/**
 * Control's handle on one instance thread: starts it, waits until it is up, asks it to leave, and notices when it
 * dies. A thread that dies answers for nothing: its host hands back exactly what it held, as `instance_failed`, so
 * that the callers can send those requests again.
 */
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../base/entry.js';
import { ServingError, reasonNumber } from '../base/error.js';
import { INSTANCE } from '../memory/layout.js';
import { dropUnshared } from '../memory/slab.js';
import { TICKET, TicketState, type Exchange } from '../memory/ticket.js';
import { Control, type FromInstance, type InstanceSetup } from './message.js';

export type HostState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'up' }
  | { readonly phase: 'leaving' }
  | { readonly phase: 'gone'; readonly code: number };

export interface HostEvents {
  warming(done: number, total: number): void;
  log(level: 'warn' | 'error', text: string): void;
  /** The thread ended without being asked to. What it held has been handed back. */
  died(text: string): void;
}

export class InstanceHost {
  state: HostState = { phase: 'starting' };
  private readonly worker: Worker;
  private readonly words: Int32Array;
  private readonly gone: Promise<number>;
  private lastText = '';

  constructor(
    setup: InstanceSetup,
    private readonly exchange: Exchange,
    private readonly events: HostEvents,
    private readonly ring: () => void,
  ) {
    this.words = new Int32Array(setup.words);
    this.words.fill(0);
    this.worker = new Worker(threadEntry(import.meta.url, './thread.js'), {
      workerData: setup,
      name: `${setup.model}/${setup.version}#${setup.index}`,
      env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
    });
    this.worker.on('error', (error) => (this.lastText = error instanceof Error ? error.message : String(error)));
    this.gone = new Promise((resolve) => this.worker.once('exit', (code) => resolve(this.ended(code))));
  }

  /** @throws ServingError load_failed with the thread's own words */
  async up(): Promise<void> {
    const outcome = await new Promise<string | null>((resolve) => {
      this.worker.on('message', (message: FromInstance) => {
        switch (message.type) {
          case 'up':
            if (this.state.phase === 'starting') this.state = { phase: 'up' };
            return resolve(null);
          case 'failed':
            this.lastText = message.text;
            return resolve(message.text);
          case 'warming':
            return this.events.warming(message.done, message.total);
          case 'log':
            return this.events.log(message.level, message.text);
        }
      });
      void this.gone.then((code) => resolve(this.lastText === '' ? `the thread ended with code ${code}` : this.lastText));
    });
    if (outcome !== null) throw new ServingError('load_failed', outcome);
  }

  /** Asks the thread to leave after its present run; resolves when it is gone. */
  async leave(): Promise<void> {
    if (this.state.phase !== 'gone') this.state = { phase: 'leaving' };
    Atomics.store(this.words, INSTANCE.control, Control.stop);
    this.ring();
    await this.gone;
  }

  private ended(code: number): number {
    const asked = this.state.phase === 'leaving';
    const served = this.state.phase === 'up';
    this.state = { phase: 'gone', code };
    handBackHeld(this.words, this.exchange);
    if (served && !asked) this.events.died(this.lastText === '' ? `the thread ended with code ${code}` : this.lastText);
    return code;
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
