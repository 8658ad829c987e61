/**
 * Clients' shared memory on the control thread: the registry, and a lease of every region for each front end, given
 * back when that front end has let go. A register is answered once every front end knows the region.
 */
import type { FrontEnds } from '../frontend/host.js';
import type { OpenRegion } from '../frontend/message.js';
import type { RegionRegistry } from '../memory/region.js';
import type { SharedRegion } from '../serving/admin.js';

export class RegionDesk {
  private readonly shared = new Map<string, OpenRegion>();

  constructor(
    private readonly registry: RegionRegistry,
    private readonly allowed: boolean,
    private readonly frontEnds: () => FrontEnds,
    private readonly frontEndCount: number,
  ) {}

  status(name: string): readonly SharedRegion[] {
    return this.registry.status(name);
  }

  async register(region: SharedRegion): Promise<void> {
    this.registry.register(region);
    for (let k = 0; k < this.frontEndCount; k++) {
      const { id, fd, offset, byteSize } = this.registry.acquire(region.name);
      this.shared.set(region.name, { id, name: region.name, fd, offset, byteSize });
    }
    await this.tell();
  }

  async unregister(name: string): Promise<void> {
    this.registry.unregister(name);
    if (name === '') this.shared.clear();
    else this.shared.delete(name);
    await this.tell();
  }

  /** A front end has no request left in a region that is gone. */
  freed(id: number): void {
    this.registry.release(id);
  }

  async tell(): Promise<void> {
    await this.frontEnds().updateRegions({ type: 'regions', allowed: this.allowed, regions: [...this.shared.values()] });
  }
}
