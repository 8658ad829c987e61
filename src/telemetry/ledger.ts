/**
 * Keeps statistics monotonic: what a (model, version) has counted stays counted when it is unloaded or loaded again,
 * so a client's window over a reload never runs backwards. Owned by the control thread; one for the process.
 */
import { assert } from '../base/assert.js';
import { StatsReader, addTotals, emptyTotals, type Totals } from './reader.js';

/** Remembered versions that no longer run. Past it the one folded longest ago is forgotten. */
export const PAST_VERSIONS_MAX = 4096;

interface Load {
  readonly model: string;
  readonly version: number;
  readonly reader: StatsReader;
}

function keyOf(model: string, version: number): string {
  return `${version} ${model}`;
}

export class StatisticsLedger {
  private readonly loads = new Map<SharedArrayBuffer, Load>();
  private readonly past = new Map<string, Totals>();

  constructor(private readonly pastVersionsMax = PAST_VERSIONS_MAX) {}

  /** A load begins to serve. Two loads of one version may overlap during a reload; their counts add up. */
  attach(model: string, version: number, stats: SharedArrayBuffer): StatsReader {
    assert(!this.loads.has(stats), 'statistics attached twice');
    const reader = new StatsReader(stats);
    this.loads.set(stats, { model, version, reader });
    return reader;
  }

  /** Folds a load's counts into the past. Only after its threads have let go: later counts are lost. */
  fold(stats: SharedArrayBuffer): void {
    const load = this.loads.get(stats);
    assert(load, 'statistics were not attached');
    this.loads.delete(stats);
    const key = keyOf(load.model, load.version);
    const totals = this.past.get(key) ?? emptyTotals();
    addTotals(totals, load.reader.totals());
    totals.inFlight = 0;
    this.past.delete(key);
    this.past.set(key, totals);
    const oldest = this.past.size > this.pastVersionsMax ? this.past.keys().next().value : undefined;
    if (oldest !== undefined) this.past.delete(oldest);
  }

  /** Everything counted for the version, over all its loads. */
  totals(model: string, version: number): Totals {
    const sum = emptyTotals();
    const past = this.past.get(keyOf(model, version));
    if (past) addTotals(sum, past);
    for (const load of this.loads.values()) {
      if (load.model === model && load.version === version) addTotals(sum, load.reader.totals());
    }
    return sum;
  }

  /** Whether a load of the version is attached; its series are shown only then. */
  attached(model: string, version: number): boolean {
    for (const load of this.loads.values()) if (load.model === model && load.version === version) return true;
    return false;
  }
}
