/** The labels of all rollouts: opened when a mirror begins to write them, closed when its rollout is over or the server stops. */
import { join, resolve } from 'node:path';
import type { LabelSource } from '../analysis/columns.js';
import { isOver, type LabelCounts, type Rollout } from '../rollout/document.js';
import type { Signature } from '../tensor/signature.js';
import { LabelWriter, type LabelParts } from './teacher.js';

export class LabelDesk {
  private readonly writers = new Map<string, LabelWriter>();

  /** @param ended told of the counts once a rollout's last file is written */
  constructor(
    private readonly stateDir: string,
    private readonly parts: LabelParts,
    private readonly ended: (model: string, rollout: string, counts: LabelCounts) => void,
  ) {}

  /** Null where the plan asks for none, or its teacher does not serve. */
  open(model: string, rollout: Rollout, signature: Signature | null): LabelWriter | null {
    const plan = rollout.plan.mirror?.labels ?? null;
    if (plan === null || signature === null) return null;
    const known = this.writers.get(rollout.id);
    if (known !== undefined) return known;
    // Names of models may hold anything but a slash; a rollout's id is ours.
    const folder = join(resolve(this.stateDir), 'labels', encodeURIComponent(model));
    const source: LabelSource = { model, version: rollout.stable, rollout: rollout.id, batched: signature.maxBatchSize > 0, inputs: signature.inputs, outputs: signature.outputs };
    const writer: LabelWriter = new LabelWriter(this.parts, { folder, source, plan, before: rollout.labels }, () => {
      this.writers.delete(rollout.id);
      this.ended(model, rollout.id, writer.counts());
    });
    this.writers.set(rollout.id, writer);
    return writer;
  }

  /** A rollout has changed. */
  follow({ id, phase }: Rollout): void {
    if (isOver(phase)) this.writers.get(id)?.end();
  }

  /** Resolves when everything is in files. Front ends must write no more. */
  async close(): Promise<void> {
    await Promise.all([...this.writers.values()].map((writer) => writer.close()));
  }
}
