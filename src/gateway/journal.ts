/** One line in the log for each move of a version that an operator waits for: it serves, failed, drains, or is gone. */
import type { Log } from '../base/log.js';
import type { Ledger, Move } from '../lifecycle/ledger.js';

export function logMoves(ledger: Ledger, log: Log): void {
  ledger.listen((move) => tell(move, log));
}

function tell({ model, version, from, to, reason }: Move, log: Log): void {
  // Health and progress are moves within a phase.
  if (from === to && to !== 'available') return;
  const fields = { model, version };
  if (to === 'available' && from === 'publishing') log.info(fields, 'a version serves');
  else if (to === 'available') log.warn({ ...fields, health: reason === '' ? 'all instances serve' : reason }, 'the health of a version changed');
  else if (to === 'error') log.error({ ...fields, cause: reason }, 'a version failed; what serves is left as it was');
  else if (to === 'draining') log.info(fields, 'a version takes no new requests and finishes those it has');
  else if (to === 'end' && from === 'unloading') log.info(fields, 'a version is unloaded');
}
