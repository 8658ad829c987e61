/** What every scenario is and gives back. A scenario is data plus one function; the runner does the rest. */
import type { Check } from '../statistics.js';
import type { Stage } from '../stage.js';

export interface Outcome {
  readonly checks: readonly Check[];
  /** One line for the table: what the gateway did. */
  readonly measured: string;
  /** One line for the table: what was measured beside it. */
  readonly beside: string;
  /** Distributions, rounds and counts, for the result file. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Scenario {
  /** One word, or two with a dash: what is typed on the command line. */
  readonly name: string;
  readonly title: string;
  readonly ceiling: string;
  readonly target: string;
  run(stage: Stage): Promise<Outcome>;
}
