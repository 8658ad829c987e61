/**
 * What a mirror wants to know of requests whose senders are gone by then: the slice of the traffic that they belong to, and
 * whether they may be written down. As with arms there is a target for each answer, so that a request carries it along
 * and nothing is done for requests where no mirror asks.
 */
import type { Mirror } from '../routing/split.js';
import type { Caller } from './port.js';
import { SenderKey } from './sender.js';
import { NO_SLICE, SliceBook } from './slices.js';
import type { VersionTarget } from './target.js';

/** A request with this header, or gRPC metadata, is never written down; `0` is as good as none. */
export const NO_STORE = 'sluice-no-store';

export interface Mark {
  readonly slice: number;
  readonly isStored: boolean;
}

export class Marks {
  /** Headers that it asks for. */
  readonly headers: readonly string[];
  private readonly targets = new Map<number, VersionTarget>();

  private constructor(
    private readonly slices: { readonly key: SenderKey; readonly book: SliceBook } | null,
    private readonly isWritten: boolean,
    private readonly make: (mark: Mark) => VersionTarget,
  ) {
    this.headers = [...(slices?.key.headers ?? []), ...(isWritten ? [NO_STORE] : [])];
  }

  /** Null where the mirror, if there is one, asks nothing. @param make a target that carries a mark; made when first needed */
  static of(mirror: Mirror | null, make: (mark: Mark) => VersionTarget): Marks | null {
    if (mirror === null || mirror.weight === 0 || (mirror.slices === undefined && mirror.labels === undefined)) return null;
    const { slices } = mirror;
    return new Marks(slices === undefined ? null : { key: new SenderKey(slices.by), book: new SliceBook(slices.values) }, mirror.labels !== undefined, make);
  }

  get readsBody(): boolean {
    return this.slices?.key.readsBody ?? false;
  }

  /** @param caller null for nobody in particular */
  target(caller: Caller | null): VersionTarget {
    const { slices } = this;
    const slice = slices === null || caller === null ? NO_SLICE : slices.book.of(slices.key.of(caller));
    const isStored = !this.isWritten || caller === null || isAllowed(caller.header(NO_STORE));
    const at = slice * 2 + (isStored ? 0 : 1);
    let target = this.targets.get(at);
    if (target === undefined) this.targets.set(at, (target = this.make({ slice, isStored })));
    return target;
  }
}

function isAllowed(noStore: string): boolean {
  return noStore === '' || noStore === '0';
}
