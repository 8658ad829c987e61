/**
 * The control twin of one model over its rollouts: opened for one of them and closed when that is over, one after the
 * other, so that no rollout is compared with the twin of an earlier one and none is closed that a later one opened.
 */
import type { Rollout } from './document.js';
import type { Twins } from './port.js';

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly rollout: string }
  /** Up, or known not to come. */
  | { readonly kind: 'settled'; readonly rollout: string };

export class TwinKeeper {
  private state: State = { kind: 'none' };
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly model: string,
    private readonly twins: Twins,
    /** @param refused why there is none; null when it serves */
    private readonly settled: (refused: string | null) => void,
    private readonly fault: (fault: unknown) => void,
  ) {}

  isSettled(rollout: string): boolean {
    return this.state.kind === 'settled' && this.state.rollout === rollout;
  }

  serves(rollout: string): boolean {
    return this.isSettled(rollout) && this.twins.serves(this.model);
  }

  /** Does nothing where it was asked for before. */
  open(rollout: string, version: number): void {
    if (this.state.kind !== 'none' && this.state.rollout === rollout) return;
    const opening: State = { kind: 'opening', rollout };
    this.state = opening;
    this.next(async () => {
      if (this.state !== opening) return;
      const refused = await this.twins.open(this.model, version);
      // Closed meanwhile: whoever closed it comes next in the line.
      if (this.state !== opening) return;
      this.state = { kind: 'settled', rollout };
      this.settled(refused?.why ?? null);
    });
  }

  /** @param unnamed resolves when no table names it any more; resolves itself when its memory is free */
  async close(unnamed: Promise<void>): Promise<void> {
    const { kind } = this.state;
    if (kind !== 'none') {
      this.state = { kind: 'none' };
      if (kind === 'opening') void this.twins.close(this.model).catch(this.fault);
      this.next(async () => {
        await unnamed.catch(() => undefined);
        await this.twins.close(this.model);
      });
    }
    await this.line;
  }

  private next(work: () => Promise<void>): void {
    this.line = this.line.then(work).catch(this.fault);
  }
}

export function needsTwin({ plan }: Rollout): boolean {
  return plan.twin && plan.steps.length > 0;
}
