/**
 * `/metrics`: our series from the snapshot, then prom-client's process and Node.js metrics (memory, handles, garbage
 * collection, event loop of the control thread), which it measures well and which dashboards know by its names. The
 * only importer of prom-client.
 */
import { Registry, collectDefaultMetrics } from 'prom-client';
import { writeSnapshot } from './family.js';
import type { Snapshot } from './snapshot.js';
import { TextWriter } from './text.js';

export const METRICS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export interface Exposition {
  text(): Promise<string>;
}

export function createExposition(source: () => Snapshot): Exposition {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    async text() {
      const out = new TextWriter();
      writeSnapshot(out, source());
      return out.text() + (await registry.metrics());
    },
  };
}
