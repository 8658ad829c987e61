/**
 * Control's handle on all front ends, whether they have threads or not: starts them, publishes tables and waits until
 * every one has them, learns when a retired version is idle, answers their calls to the control side, and closes them.
 */
import { Worker } from 'node:worker_threads';
import { unreachable } from '../base/assert.js';
import type { Clock } from '../base/clock.js';
import { threadEntry } from '../base/entry.js';
import { ServingError, asServingError } from '../base/error.js';
import type { Log } from '../base/log.js';
import type { VersionRoute } from '../batch/route.js';
import type { RoutingTable } from '../routing/table.js';
import type { Admin } from '../serving/admin.js';
import type { TraceRecord } from '../telemetry/trace.js';
import { FrontEnd } from './assembly.js';
import type { FromFrontEnd, FrontEndSetup, ToFrontEnd } from './message.js';

export interface FrontEndEvents {
  log: Log;
  access(lines: string): void;
  trace(record: TraceRecord): void;
  regionFree(id: number): void;
  /** A front-end thread ended without being asked to; its connections are gone. */
  died(index: number, text: string): void;
}

interface Link {
  readonly setup: FrontEndSetup;
  post(message: ToFrontEnd): void;
  epoch: number;
  /** Updates of the regions sent to it, and taken into use by it. */
  regionsSent: number;
  regionsHeld: number;
  closed: boolean;
}

export class FrontEnds {
  /** Known once started: ports that were asked for as 0. */
  httpPort: number | null = null;
  grpcPort: number | null = null;
  httpDriver = 'off';
  private readonly links: Link[] = [];
  private readonly waiters = new Set<() => boolean>();
  /** Front ends that still have requests of a retired version. */
  private readonly drainedBy = new Map<number, Set<number>>();

  constructor(
    private readonly clock: Clock,
    private readonly admin: () => Admin,
    private readonly events: FrontEndEvents,
  ) {}

  /** @throws ServingError internal with the cause, when a socket cannot be opened */
  async start(setup: FrontEndSetup, ownThread: boolean): Promise<void> {
    const started = new Promise<void>((resolve, reject) => {
      const hear = (link: Link, message: FromFrontEnd): void => {
        if (message.type === 'up') {
          this.httpPort ??= message.httpPort;
          this.grpcPort ??= message.grpcPort;
          this.httpDriver = message.httpDriver;
          return resolve();
        }
        if (message.type === 'failed') return reject(new ServingError('internal', message.text));
        return this.heard(link, message);
      };
      this.links.push(ownThread ? this.openThread(setup, hear, reject) : this.openHere(setup, hear));
    });
    await started;
  }

  /** Resolves when every front end has the table in use. */
  async publish(table: RoutingTable<VersionRoute>): Promise<void> {
    this.broadcast({ type: 'table', table });
    await this.until(() => this.links.every((link) => link.closed || link.epoch >= table.epoch));
  }

  /** Resolves when no front end has a request of this retired version. */
  async drained(servingId: number): Promise<void> {
    await this.until(() => {
      const by = this.drainedBy.get(servingId);
      return this.links.every((link) => link.closed || by?.has(link.setup.index) === true);
    });
    this.drainedBy.delete(servingId);
  }

  /** Resolves when every front end works with the new set of regions. */
  async updateRegions(message: ToFrontEnd & { readonly type: 'regions' }): Promise<void> {
    const wanted = this.links.map((link) => ({ link, count: (link.regionsSent += 1) }));
    this.broadcast(message);
    await this.until(() => wanted.every(({ link, count }) => link.closed || link.regionsHeld >= count));
  }

  broadcast(message: ToFrontEnd): void {
    for (const link of this.links) if (!link.closed) link.post(message);
  }

  async close(graceMs: number): Promise<void> {
    this.broadcast({ type: 'close', graceMs });
    await this.until(() => this.links.every((link) => link.closed));
  }

  private openHere(setup: FrontEndSetup, hear: (link: Link, message: FromFrontEnd) => void): Link {
    const frontEnd = new FrontEnd(setup, this.clock, (message) => queueMicrotask(() => hear(link, message)));
    const link: Link = { setup, epoch: 0, regionsSent: 0, regionsHeld: 0, closed: false, post: (message) => frontEnd.receive(message) };
    void frontEnd.start();
    return link;
  }

  private openThread(setup: FrontEndSetup, hear: (link: Link, message: FromFrontEnd) => void, reject: (error: Error) => void): Link {
    const worker = new Worker(threadEntry(import.meta.url, './thread.js'), {
      workerData: setup,
      name: `front-end ${setup.index}`,
    });
    const link: Link = { setup, epoch: 0, regionsSent: 0, regionsHeld: 0, closed: false, post: (message) => worker.postMessage(message) };
    let text = '';
    worker.on('message', (message: FromFrontEnd) => hear(link, message));
    worker.on('error', (error) => (text = asServingError(error).message));
    worker.once('exit', (code) => {
      reject(new ServingError('internal', text === '' ? `front end ${setup.index} ended with code ${code}` : text));
      if (link.closed) return;
      link.closed = true;
      this.events.died(setup.index, text === '' ? `ended with code ${code}` : text);
      this.look();
    });
    return link;
  }

  private heard(link: Link, message: Exclude<FromFrontEnd, { readonly type: 'up' | 'failed' }>): void {
    switch (message.type) {
      case 'installed':
        link.epoch = message.epoch;
        return this.look();
      case 'drained': {
        const by = this.drainedBy.get(message.servingId) ?? new Set();
        by.add(link.setup.index);
        this.drainedBy.set(message.servingId, by);
        return this.look();
      }
      case 'regionFree':
        return this.events.regionFree(message.id);
      case 'regionsHeld':
        link.regionsHeld += 1;
        return this.look();
      case 'call':
        return void this.answer(link, message);
      case 'trace':
        return this.events.trace(message.record);
      case 'access':
        return this.events.access(message.lines);
      case 'log':
        return this.events.log[message.level](message.fields, message.text);
      case 'closed':
        link.closed = true;
        return this.look();
      default:
        return unreachable(message);
    }
  }

  private async answer(link: Link, { id, method, args }: FromFrontEnd & { readonly type: 'call' }): Promise<void> {
    try {
      const call = this.admin()[method] as (...all: readonly unknown[]) => Promise<unknown>;
      const value = await call.apply(this.admin(), args as unknown[]);
      link.post({ type: 'reply', id, value, fault: null });
    } catch (thrown) {
      const fault = asServingError(thrown);
      if (fault.reason === 'internal') this.events.log.error({ err: fault.cause ?? fault, method }, 'a control call failed');
      link.post({ type: 'reply', id, value: null, fault: { reason: fault.reason, message: fault.message, faults: fault.faults } });
    }
  }

  private until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiters.add(() => {
        if (!condition()) return false;
        resolve();
        return true;
      });
    });
  }

  private look(): void {
    for (const waiter of [...this.waiters]) if (waiter()) this.waiters.delete(waiter);
  }
}
