/** How long a swap takes: from the moment an old copy begins to drain until nothing of it is held. */
import type { Ledger, Move } from '../lifecycle/ledger.js';
import type { ControlCounters } from '../telemetry/control.js';

export function meterSwaps(ledger: Ledger, counters: ControlCounters): void {
  const drainingSinceMs = new Map<number, number>();
  ledger.listen((move: Move) => {
    if (move.to === 'draining') {
      const replaced = ledger.copies(move.model).some((copy) => copy.servingId !== move.servingId && copy.state.phase === 'available');
      if (replaced) drainingSinceMs.set(move.servingId, move.atMs);
      return;
    }
    if (move.to !== 'end' && move.to !== 'error') return;
    const sinceMs = drainingSinceMs.get(move.servingId);
    if (sinceMs === undefined) return;
    drainingSinceMs.delete(move.servingId);
    counters.swapped(move.model, (move.atMs - sinceMs) * 1000);
  });
}
