/**
 * A front end's picture of the clients' shared memory: control says which regions there are, requests hold them open,
 * and control learns when the last request of a region that is gone has let go, so that no file closes under a run.
 */
import { assert } from '../base/assert.js';
import { ServingError } from '../base/error.js';
import { checkSpan } from '../memory/region.js';
import type { Regions } from '../serving/front.js';
import type { RegionSpan } from '../serving/port.js';
import type { OpenedSpan } from '../serving/request.js';
import type { OpenRegion } from './message.js';

interface Held {
  readonly region: OpenRegion;
  users: number;
  listed: boolean;
}

export class RegionMirror implements Regions {
  private readonly byName = new Map<string, Held>();
  /** Listed or still in use, by id: a name may be registered again while requests are in its former region. */
  private readonly byId = new Map<number, Held>();
  private allowed = false;

  constructor(private readonly onFree: (id: number) => void) {}

  update(allowed: boolean, regions: readonly OpenRegion[]): void {
    this.allowed = allowed;
    const listed = new Map(regions.map((region) => [region.name, region]));
    for (const [name, held] of this.byName) {
      if (listed.get(name)?.id === held.region.id) continue;
      this.byName.delete(name);
      held.listed = false;
      this.freeIfUnused(held);
    }
    for (const region of regions) {
      if (this.byName.has(region.name)) continue;
      const held = { region, users: 0, listed: true };
      this.byName.set(region.name, held);
      this.byId.set(region.id, held);
    }
  }

  open({ region: name, byteOffset, byteLength }: RegionSpan): OpenedSpan {
    if (!this.allowed) {
      throw new ServingError('shm_disabled', "Client shared memory is disabled. Start the server with '--allow-client-shm=true' to enable.");
    }
    const held = this.byName.get(name);
    if (held === undefined) throw new ServingError('not_found', `Unable to find shared memory region: '${name}'`);
    checkSpan(name, held.region.byteSize, byteOffset, byteLength);
    const position = held.region.offset + byteOffset;
    if (position + byteLength > 2 ** 31 - 1) {
      throw new ServingError('unsupported', `the span of shared memory region '${name}' ends beyond 2 GiB of its file, which this server cannot address`);
    }
    held.users += 1;
    return { file: held.region.fd, position, hold: held.region.id };
  }

  close(hold: number): void {
    const held = this.byId.get(hold);
    assert(held !== undefined && held.users > 0, 'a shared memory region was closed more often than opened');
    held.users -= 1;
    this.freeIfUnused(held);
  }

  private freeIfUnused(held: Held): void {
    if (held.listed || held.users > 0) return;
    this.byId.delete(held.region.id);
    this.onFree(held.region.id);
  }
}
