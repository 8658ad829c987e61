import { describe, expect, it } from 'vitest';
import { labelTable, modelTable, rolloutTable } from '../../../src/cli/render/list.js';
import { abort } from '../../../src/rollout/machine.js';
import { emptyDocument } from '../../../src/rollout/document.js';
import { arm, documentAfter, NOON_MS, viewAfter } from '../../support/rollouts.js';

const look = { isTerminal: true, columns: 80, isColoured: false, isUnicode: true, nowMs: NOON_MS + 200_000, utcOffsetMinutes: 0 };
const text = (lines: readonly string[]): string => `\n${lines.join('\n')}\n`;

describe('tables', () => {
  it('list rollouts with what is on, what ended, and models that never had one', () => {
    const plan = { steps: [{ weight: 5 }] };
    const evidence = { segments: [{ stage: 0, share: 0.5, canary: arm(40), baseline: arm(40) }] };
    const on = viewAfter(documentAfter(plan, 1), { evidence });
    const over = { ...viewAfter(abort(documentAfter(plan, 1), { atMs: NOON_MS + 80_000, who: 'ann' }, 'sales\nfell')), model: 'prices' };
    const none = viewAfter({ ...emptyDocument('new'), stable: 0 });
    const pinned = viewAfter({ ...emptyDocument('old'), stable: 4, pinned: true });
    expect(text(rolloutTable([on, over, none, pinned], look))).toMatchInlineSnapshot(`
      "
      MODEL   STABLE    CANDIDATE  PHASE    CANARY  SINCE       WHY
      digits  1         2          step 1   5 %     2 min 20 s  not known yet: no pro…
      prices  1         2          aborted          2 min       sales fell
      new     none      none
      old     4 pinned  none
      "
    `);
  });

  it('list models with states, labels and reasons', () => {
    const index = [
      { name: 'digits', version: '1', state: 'READY' as const },
      { name: 'digits', version: '2', state: 'UNAVAILABLE' as const, reason: 'not tried again: rollout 2-ab12cd34 ended with: worse in errors: evidence 140 to 1' },
      { name: 'idle' },
    ];
    const labels = new Map([['digits', { stable: 1, canary: 2, best: 1 }]]);
    expect(text(modelTable(index, labels, look))).toMatchInlineSnapshot(`
      "
      MODEL   VERSION  STATE        LABELS        REASON
      digits  1        READY        best, stable
      digits  2        UNAVAILABLE  canary        not tried again: rollout 2-ab12cd34…
      idle             not loaded
      "
    `);
    expect(labelTable({ stable: 1, canary: 12 }, look)).toEqual(['LABEL   VERSION', 'canary  12', 'stable  1']);
  });
});
