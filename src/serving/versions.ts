/**
 * The versions that one front end may send requests to: the routing table in use, with everything worked out per
 * version, and the versions that left it and still have requests here.
 */
import type { VersionRoute } from '../batch/route.js';
import type { Exchange } from '../memory/ticket.js';
import { findModel, resolve } from '../routing/resolve.js';
import { emptyTable, type RoutingTable } from '../routing/table.js';
import { Arms, NO_KEY } from './arms.js';
import type { Caller } from './port.js';
import { VersionTarget } from './target.js';

export class Versions {
  private table: RoutingTable<VersionRoute> = emptyTable();
  private targets = new Map<number, VersionTarget>();
  private defaults = new Map<string, VersionTarget>();
  private arms = new Map<string, Arms>();
  /** Key of the request that was resolved last; NO_KEY without one. */
  key = NO_KEY;
  private readonly retired = new Map<number, VersionTarget>();
  /** Loads that can serve no more; told of possibly before a table names them. */
  private readonly failed = new Set<number>();

  constructor(
    private readonly exchange: Exchange,
    private readonly frontEnd: number,
    /** A version that left the table has no request of this front end any more. */
    private readonly onDrained: (servingId: number) => void,
  ) {}

  /** Takes a new table into use. */
  install(table: RoutingTable<VersionRoute>): void {
    const next = new Map<number, VersionTarget>();
    const defaults = new Map<string, VersionTarget>();
    const arms = new Map<string, Arms>();
    for (const model of table.models.values()) {
      const entries = [...model.versions.values()];
      for (const entry of model.twin === null ? entries : [...entries, model.twin]) {
        const { servingId } = entry;
        // One that comes back into the table is still the same one, with its requests.
        const target = this.targets.get(servingId) ?? this.retired.get(servingId) ?? new VersionTarget(entry, this.exchange, this.frontEnd);
        if (this.failed.has(target.route.id)) target.failed = true;
        next.set(servingId, target);
        if (entry.version === model.defaultVersion && entry !== model.twin) defaults.set(model.name, target);
      }
      const made = Arms.of(model, next, this.exchange, this.frontEnd, this.arms.get(model.name) ?? null);
      if (made !== null) arms.set(model.name, made);
    }
    for (const [servingId, target] of this.targets) if (!next.has(servingId)) this.retired.set(servingId, target);
    for (const servingId of next.keys()) this.retired.delete(servingId);
    this.table = table;
    this.targets = next;
    this.defaults = defaults;
    this.arms = arms;
    for (const target of [...this.retired.values()]) this.reportDrained(target);
  }

  isReady(model: string, version: string): boolean {
    const entry = findModel(this.table, model);
    if (version === '') return entry.versions.size > 0;
    return /^[0-9]{1,15}$/.test(version) && entry.versions.has(Number(version));
  }

  /** Headers that are looked at, where a field of their body decides about requests of the model; else null. */
  bodyKeyed(model: string, version: string, label: string): readonly string[] | null {
    if (this.arms.size === 0 || version !== '' || label !== '') return null;
    const arms = this.arms.get(model);
    return arms !== undefined && arms.readsBody ? arms.headers : null;
  }

  /** The target of the stable arm; null without a split. */
  stableArm(model: string): VersionTarget | null {
    return this.arms.get(model)?.stable ?? null;
  }

  /** @throws ServingError model_not_found, version_not_found, version_not_ready */
  resolve(model: string, version: string, label: string, caller: Caller | null): VersionTarget {
    this.key = NO_KEY;
    if (version === '' && label === '') {
      if (this.arms.size > 0) {
        const arms = this.arms.get(model);
        if (arms !== undefined) {
          const target = arms.choose(caller);
          this.key = arms.key;
          return target;
        }
      }
      const target = this.defaults.get(model);
      if (target !== undefined) return target;
    }
    return this.targets.get(resolve(this.table, model, version, label).servingId)!;
  }

  /** The target that callers' requests take to a load of the table in use. */
  target(servingId: number): VersionTarget | null {
    return this.targets.get(servingId) ?? null;
  }

  /** No more requests may go to this load. */
  fail(routeId: number): void {
    this.failed.add(routeId);
    for (const target of this.targets.values()) if (target.route.id === routeId) target.failed = true;
    for (const target of this.retired.values()) if (target.route.id === routeId) target.failed = true;
  }

  /** A request of this version is gone. */
  released(target: VersionTarget): void {
    if (target.inFlight === 0 && this.retired.size > 0) this.reportDrained(target);
  }

  private reportDrained(target: VersionTarget): void {
    if (target.inFlight > 0 || !this.retired.delete(target.servingId)) return;
    this.failed.delete(target.route.id);
    this.onDrained(target.servingId);
  }
}
