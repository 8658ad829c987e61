/**
 * The way of one model's directions to the front ends: the newest one goes out, the same one not twice, and one that did
 * not arrive is known to be missing, so that it is sent again and no weights stay in force that were taken back.
 */
import type { Direction } from './port.js';
import { NO_WEIGHTS, type Weights } from './traffic.js';

export class Carrier {
  /** What front ends have, or are about to. */
  weights: Weights = NO_WEIGHTS;
  /** Of what was sent last. */
  state: 'arrived' | 'under way' | 'lost' = 'arrived';
  private sent = '';
  private arrival: Promise<void> = Promise.resolve();

  constructor(
    private readonly direct: (direction: Direction) => Promise<void>,
    private readonly lost: (fault: unknown) => void,
  ) {}

  /** Resolves when every front end has what was sent last. */
  get arrived(): Promise<void> {
    return this.arrival;
  }

  /** @param mark equal for directions that mean the same @param make called only for another one */
  send(mark: string, weights: Weights, make: () => Direction): Promise<void> {
    if (mark === this.sent && this.state !== 'lost') return this.arrival;
    this.sent = mark;
    this.state = 'under way';
    this.weights = weights;
    const arrival = this.carry(make);
    this.arrival = arrival;
    // A newer one takes the place of one that is lost.
    const end = (state: 'arrived' | 'lost'): void => {
      if (this.arrival === arrival) this.state = state;
    };
    arrival.then(() => end('arrived'), (fault: unknown) => {
      end('lost');
      this.lost(fault);
    });
    return arrival;
  }

  private async carry(make: () => Direction): Promise<void> {
    await this.direct(make());
  }
}
