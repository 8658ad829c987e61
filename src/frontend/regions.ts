/**
 * A front end's picture of the clients' shared memory: control says which regions there are, requests hold them open,
 * and control learns when the last request of a region that is gone has let go, so that no file closes under a run.
 */
import { ServingError } from '../base/error.js';
import { checkSpan } from '../memory/region.js';
import type { Regions } from '../serving/front.js';
import type { RegionSpan } from '../serving/port.js';
import type { OpenRegion } from './message.js';

interface Held {
  readonly region: OpenRegion;
  users: number;
  listed: boolean;
}

export class RegionMirror implements Regions {
  private readonly byName = new Map<string, Held>();
  /** Regions that are gone from control's list and still in use, by name and then by age. */
  private readonly leaving: Held[] = [];
  private allowed = false;

  constructor(private readonly onFree: (id: number) => void) {}

  update(allowed: boolean, regions: readonly OpenRegion[]): void {
    this.allowed = allowed;
    const listed = new Map(regions.map((region) => [region.name, region]));
    for (const [name, held] of this.byName) {
      if (listed.get(name)?.id === held.region.id) continue;
      this.byName.delete(name);
      held.listed = false;
      if (held.users === 0) this.onFree(held.region.id);
      else this.leaving.push(held);
    }
    for (const region of regions) if (!this.byName.has(region.name)) this.byName.set(region.name, { region, users: 0, listed: true });
  }

  open({ region: name, byteOffset, byteLength }: RegionSpan): { readonly file: number; readonly position: number } {
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
    return { file: held.region.fd, position };
  }

  close(name: string): void {
    // A request may have outlived its region's name; the oldest region of that name was opened first.
    const leaving = this.leaving.findIndex((held) => held.region.name === name && held.users > 0);
    const held = leaving >= 0 ? this.leaving[leaving]! : this.byName.get(name)!;
    held.users -= 1;
    if (held.listed || held.users > 0) return;
    this.leaving.splice(leaving, 1);
    this.onFree(held.region.id);
  }
}
