/** What the process holds of one model and its document does not: the last look at its versions, counters, and the ways to carry a decision out. */
import type { CandidateFacts } from './evidence.js';
import { isOver, type Document, type Rollout } from './document.js';
import { Carrier } from './carrier.js';
import { Live } from './live.js';
import type { RolloutPorts } from './port.js';
import type { Sight } from './steer.js';
import type { Shared, Weights } from './traffic.js';
import { TwinKeeper } from './twin.js';
import type { Now } from './view.js';

export class Shop {
  sight: Sight | null = null;
  live: Live | null = null;
  readonly carrier: Carrier;
  readonly twin: TwinKeeper;
  /** The step under way; null between steps. */
  step: Promise<void> | null = null;
  /** No step before this moment. */
  restsUntilMs = 0;
  /** Whether versions wait until the stable one is up. */
  isWaiting = false;

  constructor(
    private readonly model: string,
    private readonly ports: RolloutPorts,
    twinSettled: (refused: string | null) => void,
  ) {
    const fault = (thrown: unknown): void => ports.fault(model, thrown);
    this.carrier = new Carrier((direction) => ports.road.direct(model, direction), fault);
    this.twin = new TwinKeeper(model, ports.twins, twinSettled, fault);
  }

  /** Counters of a stretch that begins now. */
  stretch(rollout: Rollout, weights: Weights, nowMs: number): Shared {
    const { model, ports } = this;
    if (this.live?.id !== rollout.id) {
      const facts = (): CandidateFacts => ({ crashes: ports.crashes(model, rollout.candidate), memoryBytes: ports.memoryBytes(model, rollout.candidate) });
      this.live = new Live(rollout, ports.counting.open(model, rollout), facts);
    }
    const counters = ports.counting.counters(this.live.book, model, rollout.stable, rollout.plan);
    this.live.begin(rollout, weights, counters, nowMs);
    return counters.shared;
  }

  /** What is known of the rollout besides its document; null before anything of it was counted here. */
  now(rollout: Rollout, nowMs: number): Now | null {
    const { live, carrier, twin } = this;
    if (live?.id !== rollout.id) return null;
    const { evidence } = live.gather(rollout, nowMs);
    return { weights: carrier.weights, twin: twin.serves(rollout.id), evidence, judgement: live.judgement, reason: live.reason, comparison: live.comparison(), labels: live.labels() };
  }

  /** The document with everything that was counted until now. */
  counted(document: Document, nowMs: number): Document {
    const { rollout } = document;
    const { live } = this;
    if (rollout === null || isOver(rollout.phase) || live?.id !== rollout.id) return document;
    const { evidence } = live.gather(rollout, nowMs);
    return { ...document, rollout: { ...rollout, ...live.kept(rollout), evidence, reason: live.reason ?? rollout.reason } };
  }
}
