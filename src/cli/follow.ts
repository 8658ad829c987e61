/**
 * Follows one rollout to its end. A server that goes away is told and tried again for a while; whatever ends the
 * watching, the terminal is put back.
 */
import type { PhaseName } from '../rollout/document.js';
import type { RolloutView } from '../rollout/view.js';
import type { Answer, Client } from './client.js';
import { EXIT, type CliPorts } from './ports.js';
import { span } from './render/words.js';
import { showOf, type Show } from './show.js';

const LOOK_MS = 1_000;
/** A server that restarts is back sooner. */
const AWAY_MS = 60_000;
/** From the publishing of a version to its rollout, where nothing stands in its way. */
const BEGIN_MS = 60_000;

export interface Wish {
  readonly model: string;
  /** The rollout to follow; null takes the one that is on, or was last. */
  readonly rollout: string | null;
  /** A version whose rollout is yet to begin; null where it is on already. */
  readonly candidate: number | null;
  /** How long to watch; null for as long as it takes. */
  readonly limitMs: number | null;
}

export type Sight =
  | { readonly kind: 'on'; readonly id: string }
  | { readonly kind: 'over'; readonly phase: PhaseName; readonly stable: number; readonly candidate: number; readonly reason: string }
  /** The version serves, and no rollout was asked for. */
  | { readonly kind: 'swapped'; readonly version: number }
  | { readonly kind: 'waiting'; readonly candidate: number }
  | { readonly kind: 'absent' }
  /** The rollout is too old for the server to remember. */
  | { readonly kind: 'forgotten' };

/** What a view says about the rollout that is wished for. Pure. */
export function sightOf(view: RolloutView, { rollout: id, candidate }: Pick<Wish, 'rollout' | 'candidate'>): Sight {
  const { rollout } = view;
  if (id !== null && rollout?.id !== id) {
    const past = view.history.find((one) => one.id === id);
    return past === undefined ? { kind: 'forgotten' } : { kind: 'over', ...past };
  }
  if (id === null && candidate !== null && rollout?.candidate !== candidate) {
    return view.stable === candidate ? { kind: 'swapped', version: candidate } : { kind: 'waiting', candidate };
  }
  if (rollout === null) return { kind: 'absent' };
  return rollout.over ? { kind: 'over', ...rollout } : { kind: 'on', id: rollout.id };
}

export async function follow(ports: CliPorts, client: Client, wish: Wish, isJson: boolean): Promise<number> {
  const show = showOf(ports, isJson);
  const ended = await new Watching(ports, client, wish, show).run().finally(() => show.close());
  if (ended.text !== '') (ended.code === EXIT.done && !isJson ? ports.out : ports.err)(`${ended.text}\n`);
  return ended.code;
}

interface Ended {
  readonly code: number;
  readonly text: string;
}

class Watching {
  private readonly startedMs: number;
  private awaySinceMs: number | null = null;
  private id: string | null;

  constructor(
    private readonly ports: CliPorts,
    private readonly client: Client,
    private readonly wish: Wish,
    private readonly show: Show,
  ) {
    this.startedMs = this.nowMs();
    this.id = wish.rollout;
  }

  async run(): Promise<Ended> {
    const { ports, client, wish } = this;
    const interruption = ports.interruption();
    for (;;) {
      const ended = await this.look(await client.rollout(wish.model));
      if (ended !== null) return ended;
      if (wish.limitMs !== null && this.nowMs() - this.startedMs >= wish.limitMs) {
        return fault(`it is not over after ${span(wish.limitMs)}; the rollout goes on without being watched`);
      }
      await ports.wait(LOOK_MS, interruption);
      if (interruption.aborted) return interrupted;
    }
  }

  /** null to go on. */
  private async look(answer: Answer<RolloutView>): Promise<Ended | null> {
    switch (answer.kind) {
      case 'answered':
        if (this.awaySinceMs !== null) this.show.note('');
        this.awaySinceMs = null;
        return this.see(answer.body);
      case 'interrupted':
        return interrupted;
      case 'unreachable':
        return this.away(answer.text);
      case 'refused':
        return answer.status >= 500 ? this.away(answer.text) : fault(answer.text);
    }
  }

  private away(text: string): Ended | null {
    this.awaySinceMs ??= this.nowMs();
    const leftMs = this.awaySinceMs + AWAY_MS - this.nowMs();
    if (leftMs <= 0) return fault(`${text} (tried for ${span(AWAY_MS)}; the rollout is kept by the server and goes on when it is back)`);
    this.show.note(`${text} (trying again)`);
    return null;
  }

  private async see(view: RolloutView): Promise<Ended | null> {
    const { model } = view;
    const sight = sightOf(view, { rollout: this.id, candidate: this.wish.candidate });
    switch (sight.kind) {
      case 'on':
        this.id = sight.id;
        this.show.note('');
        this.show.view(view);
        return null;
      case 'over':
        if (view.rollout?.over === true && (this.id === null || this.id === view.rollout.id)) this.show.view(view);
        return endOf(model, sight);
      case 'swapped':
        return { code: EXIT.done, text: `version ${sight.version} of ${model} serves; there was no rollout to follow, since the model has no plan` };
      case 'waiting':
        return this.waitForBegin(sight.candidate);
      case 'absent':
        return fault(`model '${model}' has had no rollout; \`sluice rollout start ${model} VERSION\` begins one`);
      case 'forgotten':
        return fault(`rollout '${this.id}' of model '${model}' is over and too old to be remembered`);
    }
  }

  private async waitForBegin(candidate: number): Promise<Ended | null> {
    const { model, limitMs } = this.wish;
    const why = await this.reasonOf(candidate);
    if (this.nowMs() - this.startedMs >= (limitMs ?? BEGIN_MS)) {
      return fault(`no rollout of version ${candidate} has begun${why === '' ? `; does this server serve the repository it was published to?` : `: ${why}`}`);
    }
    this.show.note(`waiting for the rollout of version ${candidate} of ${model} to begin${why === '' ? '' : `: ${why}`}`);
    return null;
  }

  /** What the server says about a version that does not serve. */
  private async reasonOf(candidate: number): Promise<string> {
    const index = await this.client.index();
    if (index.kind !== 'answered') return '';
    return index.body.find(({ name, version }) => name === this.wish.model && version === String(candidate))?.reason ?? '';
  }

  private nowMs(): number {
    return this.ports.clock.wallMs();
  }
}

const interrupted: Ended = { code: EXIT.interrupted, text: 'sluice: watching is over; the rollout goes on' };

function fault(text: string): Ended {
  return { code: EXIT.fault, text: `sluice: ${text}` };
}

function endOf(model: string, { phase, stable, candidate, reason }: Extract<Sight, { kind: 'over' }>): Ended {
  if (phase === 'promoted') return { code: EXIT.done, text: `promoted: version ${candidate} of ${model} is stable` };
  const because = reason === '' ? '' : `: ${reason}`;
  return { code: EXIT.fault, text: `${phase}${because}\nversion ${stable} of ${model} answers` };
}
