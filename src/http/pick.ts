/** Chooses the HTTP driver for `--http-driver auto|uws|node`, and says why the faster one is not taken. */
import { ServingError } from '../base/error.js';
import type { Driver } from './engine.js';
import { nodeDriver } from './node.js';
import { loadUws } from './uws.js';

export type DriverChoice = 'auto' | 'uws' | 'node';

export interface Pick {
  readonly driver: Driver;
  /** Why `auto` did not take uWebSockets.js; '' when it did or was not asked. */
  readonly reason: string;
}

export function pickDriver(choice: DriverChoice): Pick {
  if (choice === 'node') return { driver: nodeDriver, reason: '' };
  const loaded = loadUws();
  if (typeof loaded !== 'string') return { driver: loaded, reason: '' };
  if (choice === 'auto') return { driver: nodeDriver, reason: loaded };
  throw new ServingError('invalid_argument', `no uWebSockets.js binary loads here (${loaded}); use --http-driver auto or node`);
}
