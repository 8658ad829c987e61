/** The memory budget of every device as one mutable account, over the pure ledger of the device room. */
import type { ServerOptions } from '../config/server.js';
import { openLedger, release, reserve, settle, type Ledger } from '../device/budget.js';
import { deviceName, type Device } from '../device/device.js';
import type { Budget } from '../lifecycle/port.js';

export function createBudget(devices: readonly Device[], given: ServerOptions['memoryBudget']): Budget {
  const own = Object.fromEntries(devices.map((device) => [deviceName(device), device.memoryTotalBytes]));
  let ledger: Ledger = openLedger({ ...own, ...given });
  return {
    reserve(owner, estimate) {
      const reservation = reserve(ledger, owner, estimate);
      if (reservation.state === 'refused') return { state: 'refused', text: reservation.refusal.text };
      ledger = reservation.ledger;
      return { state: 'granted' };
    },
    settle(owner, measured) {
      ledger = settle(ledger, owner, measured);
    },
    release(owner) {
      ledger = release(ledger, owner);
    },
  };
}
