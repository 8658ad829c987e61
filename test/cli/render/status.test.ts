import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/cli/render/look.js';
import { widthOf } from '../../../src/cli/render/look.js';
import { statusLines } from '../../../src/cli/render/status.js';
import { abort, pause, pin, promote, undo } from '../../../src/rollout/machine.js';
import { emptyDocument } from '../../../src/rollout/document.js';
import { arm, documentAfter, NOON_MS, viewAfter } from '../../support/rollouts.js';

const PLAN = { mirror: { percent: 20, minPairs: 200 }, steps: [{ weight: 5 }, { weight: 25, bake: '5m' }] };
const look: Look = { isTerminal: true, columns: 80, isColoured: false, isUnicode: true, nowMs: NOON_MS + 200_000, utcOffsetMinutes: 60 };
const text = (lines: readonly string[]): string => `\n${lines.join('\n')}\n`;
const LATENCIES = [800, 1500, 2100, 4000] as const;
const pairs = { candidate: { pairs: 412, disagreements: 3 }, floor: { pairs: 40, disagreements: 1 } };
const leaning = {
  segments: [{ stage: 0, share: 0.5, canary: arm(420, 11, 30), baseline: arm(400, 6, 21) }],
  mirror: pairs,
  guards: { outputs: { checked: 4120, nonFinite: 1 }, crashes: 1 },
};

describe('statusLines', () => {
  it('shows a canary: traffic, stages, evidence both ways, checks and history', () => {
    const view = viewAfter(documentAfter(PLAN, 2), { evidence: leaning, latencyUs: LATENCIES });
    expect(text(statusLines(view, look))).toMatchInlineSnapshot(`
      "
      digits  1 → 2  step 1 of 2 (5 %)  for 1 min 20 s  23 h 56 min left
      rollout 2-ab12cd34  began 13:00:00  ends by 2026-03-15 13:00:00

      traffic    ▕█████████████████████▒░▏  █ stable 90 %  ▒ control 5 %  ░ canary 5 %
      stages     ✓ mirror   ● 5 %   ○ 25 %   ○ promoted
      why        not known yet: no proof yet for errors; 580 more canary units to the
                 least exposure

                 towards abort        towards promotion    estimate
      errors     ▕█░░░░░░░░░░▏   1 %  ▕░░░░░░░░░░░▏   0 %  ratio 1.83 (0.391 to 11.4)
                 11 of 420 canary requests failed, 6 of 400 of control
                 leans to worse; about 3,927 more requests settle it (12 min 28 s)
      latency    ▕██░░░░░░░░░▏  21 %  ▕░░░░░░░░░░░▏   0 %  ratio 1.43 (0.579 to 3.71)
                 30 of 420 canary requests over 2.1 ms, 21 of 400 of control
                 leans to worse; about 717 more requests settle it (2 min 17 s)
      agreement  ▕░░░░░░░░░░░▏   0 %  ▕█░░░░░░░░░░▏   6 %  0.73 % differ (0.25 to 2.1)
                 about 1,689 more pairs to the proof, not required
      together   ▕█░░░░░░░░░░▏  10 %  ▕░░░░░░░░░░░▏   0 %
      mirror     3 of 412 pairs disagree (0.728 %), stable with itself 1 of 40 (2.5 %)
      split      420 canary to 400 control requests: 51.2 %, as planned (50 %)
      crashes    1 of the candidate's instances
      outputs    1 of 4,120 are not finite

      13:00:00  none → pending         sluice: version 2 appeared in the repository
      13:01:00  pending → mirror       sluice: the candidate is loaded and passed its…
      13:02:00  mirror → step 1 (5 %)  sluice: no sign of harm in 5000 compared pairs
      "
    `);
  });

  it('uses the room of a wide terminal', () => {
    const view = viewAfter(documentAfter(PLAN, 2), { evidence: leaning, latencyUs: LATENCIES });
    expect(text(statusLines(view, { ...look, columns: 120 }))).toMatchInlineSnapshot(`
      "
      digits  1 → 2  step 1 of 2 (5 %)  for 1 min 20 s  23 h 56 min left
      rollout 2-ab12cd34  began 13:00:00  ends by 2026-03-15 13:00:00

      traffic    ▕██████████████████████████████████████████████████████▒▒▒░░░▏  █ stable 90 %  ▒ control 5 %  ░ canary 5 %
      stages     ✓ mirror   ● 5 %   ○ 25 %   ○ promoted
      why        not known yet: no proof yet for errors; 580 more canary units to the least exposure

                 towards abort                     towards promotion                 estimate
      errors     ▕█░░░░░░░░░░░░░░░░░░░░░░░▏   1 %  ▕░░░░░░░░░░░░░░░░░░░░░░░░▏   0 %  ratio 1.83 (0.391 to 11.4)
                 11 of 420 canary requests failed, 6 of 400 of control
                 leans to worse; about 3,927 more requests settle it (12 min 28 s)
      latency    ▕█████░░░░░░░░░░░░░░░░░░░▏  21 %  ▕░░░░░░░░░░░░░░░░░░░░░░░░▏   0 %  ratio 1.43 (0.579 to 3.71)
                 30 of 420 canary requests over 2.1 ms, 21 of 400 of control
                 leans to worse; about 717 more requests settle it (2 min 17 s)
      agreement  ▕░░░░░░░░░░░░░░░░░░░░░░░░▏   0 %  ▕█░░░░░░░░░░░░░░░░░░░░░░░▏   6 %  0.73 % differ (0.25 to 2.1)
                 about 1,689 more pairs to the proof, not required
      together   ▕██░░░░░░░░░░░░░░░░░░░░░░▏  10 %  ▕░░░░░░░░░░░░░░░░░░░░░░░░▏   0 %
      mirror     3 of 412 pairs disagree (0.728 %), stable with itself 1 of 40 (2.5 %)
      split      420 canary to 400 control requests: 51.2 %, as planned (50 %)
      crashes    1 of the candidate's instances
      outputs    1 of 4,120 are not finite

      13:00:00  none → pending         sluice: version 2 appeared in the repository
      13:01:00  pending → mirror       sluice: the candidate is loaded and passed its gates
      13:02:00  mirror → step 1 (5 %)  sluice: no sign of harm in 5000 compared pairs
      "
    `);
  });

  it('does with plain characters what the locale does not offer otherwise', () => {
    const view = viewAfter(documentAfter(PLAN, 3), { evidence: leaning });
    const lines = statusLines(view, { ...look, isUnicode: false });
    expect(text(lines)).toMatchInlineSnapshot(`
      "
      digits  1 -> 2  step 2 of 2 (25 %)  for 20 s  23 h 56 min left
      rollout 2-ab12cd34  began 13:00:00  ends by 2026-03-15 13:00:00

      traffic    [###########=====.....]  # stable 50 %  = control 25 %  . canary 25 %
      stages     x mirror   x 5 %   > 25 %   - promoted
      waits for  0 of 200 canary requests in this step, 4 min 40 s more in it, 420 of
                 1,000 canary requests in all, the proof of errors
      why        not known yet: no proof yet for errors; 580 more canary units to the
                 least exposure

                 towards abort        towards promotion    estimate
      errors     [#..........]   1 %  [...........]   0 %  ratio 1.83 (0.391 to 11.4)
                 11 of 420 canary requests failed, 6 of 400 of control
                 leans to worse; about 3,927 more requests settle it
      latency    [##.........]  21 %  [...........]   0 %  ratio 1.43 (0.579 to 3.71)
                 no comparison before the quantiles of stable are frozen
      agreement  [...........]   0 %  [#..........]   6 %  0.73 % differ (0.25 to 2.1)
                 about 1,689 more pairs to the proof, not required
      together   [#..........]  10 %  [...........]   0 %
      mirror     3 of 412 pairs disagree (0.728 %), stable with itself 1 of 40 (2.5 %)
      split      420 canary to 400 control requests: 51.2 %, as planned (50 %)
      crashes    1 of the candidate's instances
      outputs    1 of 4,120 are not finite

      13:00:00  none -> pending                sluice: version 2 appeared in the re...
      13:01:00  pending -> mirror              sluice: the candidate is loaded and ...
      13:02:00  mirror -> step 1 (5 %)         sluice: no sign of harm in 5000 comp...
      13:03:00  step 1 (5 %) -> step 2 (25 %)  sluice: no sign of harm in 5000 cana...
      "
    `);
    expect(lines.join('')).toMatch(/^[\u0020-\u007e]*$/);
  });

  it('shows of a mirror what pairs say, and no split', () => {
    expect(text(statusLines(viewAfter(documentAfter(PLAN, 1), { evidence: { segments: [], mirror: pairs } }), look))).toMatchInlineSnapshot(`
      "
      digits  1 → 2  mirror  for 2 min 20 s  23 h 56 min left
      rollout 2-ab12cd34  began 13:00:00  ends by 2026-03-15 13:00:00

      traffic    ▕███████████████████████████████████████████████████▏  █ stable 100 %
      stages     ● mirror   ○ 5 %   ○ 25 %   ○ promoted
      why        not known yet: no proof yet for errors; 1000 more canary units to the
                 least exposure

                 towards abort        towards promotion    estimate
      agreement  ▕░░░░░░░░░░░▏   0 %  ▕█░░░░░░░░░░▏   6 %  0.73 % differ (0.25 to 2.1)
                 about 1,689 more pairs to the proof, not required
      mirror     3 of 412 pairs disagree (0.728 %), stable with itself 1 of 40
                 (2.5 %); 20 % of the stable requests also run on 2

      13:00:00  none → pending    sluice: version 2 appeared in the repository
      13:01:00  pending → mirror  sluice: the candidate is loaded and passed its gates
      "
    `);
  });

  it('says what a rollout waits for that has not begun, is paused, or needs a person', () => {
    const pending = statusLines(viewAfter(documentAfter(PLAN, 0)), look);
    expect(pending.find((line) => line.startsWith('waits for'))).toBe('waits for  version 2 to be loaded and to pass its gates');
    const paused = statusLines(viewAfter(pause(documentAfter(PLAN, 2), { atMs: NOON_MS + 150_000, who: 'ann' }, 'until Monday')), look);
    expect(paused[0]).toBe('digits  1 → 2  step 1 of 2 (5 %), paused  for 1 min 20 s  23 h 56 min left');
    expect(paused.find((line) => line.startsWith('waits for'))).toBe('waits for  `sluice rollout resume digits`; harm aborts it all the same');
    const { rollout, ...rest } = documentAfter({ ...PLAN, approval: true }, 3);
    const asked = statusLines(viewAfter({ ...rest, rollout: { ...rollout!, phase: { kind: 'approval' } } }), look);
    expect(asked).toContain('stages     ✓ mirror   ✓ 5 %   ✓ 25 %   ● approval   ○ promoted');
    expect(asked.find((line) => line.startsWith('waits for'))).toBe('waits for  `sluice rollout promote digits` by somebody');
  });

  it('counts what the last step still lacks, the bake included', () => {
    const segments = [{ stage: 0, share: 0.5, canary: arm(200), baseline: arm(200) }, { stage: 1, share: 0.5, canary: arm(150), baseline: arm(150) }];
    const lines = statusLines(viewAfter(documentAfter(PLAN, 3), { evidence: { segments } }), { ...look, columns: 160 });
    expect(lines.find((line) => line.startsWith('waits for'))).toBe('waits for  150 of 200 canary requests in this step (7 s), 4 min 40 s more in it, 350 of 1,000 canary requests in all (1 min 27 s), the proof of errors');
  });

  it('shows ends with what led to them and what may follow', () => {
    const document = documentAfter(PLAN, 2);
    const moment = { atMs: NOON_MS + 190_000, who: 'ann' };
    const seen = { evidence: leaning, latencyUs: LATENCIES };
    expect(text(statusLines(viewAfter(abort(document, moment, 'sales fell'), seen), look))).toMatchInlineSnapshot(`
      "
      digits  1 → 2  aborted  10 s ago
      rollout 2-ab12cd34  began 13:00:00

      stages     ✓ mirror   ✗ 5 %   ○ 25 %   ○ promoted
      why        sales fell

                 towards abort        towards promotion    estimate
      errors     ▕█░░░░░░░░░░▏   1 %  ▕░░░░░░░░░░░▏   0 %  ratio 1.83 (0.391 to 11.4)
                 11 of 420 canary requests failed, 6 of 400 of control
                 neither worse nor proven
      latency    ▕██░░░░░░░░░▏  21 %  ▕░░░░░░░░░░░▏   0 %  ratio 1.43 (0.579 to 3.71)
                 30 of 420 canary requests over 2.1 ms, 21 of 400 of control
                 neither worse nor proven
      agreement  ▕░░░░░░░░░░░▏   0 %  ▕█░░░░░░░░░░▏   6 %  0.73 % differ (0.25 to 2.1)
                 neither worse nor proven
      together   ▕█░░░░░░░░░░▏  10 %  ▕░░░░░░░░░░░▏   0 %
      mirror     3 of 412 pairs disagree (0.728 %), stable with itself 1 of 40 (2.5 %)
      split      420 canary to 400 control requests: 51.2 %, as planned (50 %)
      crashes    1 of the candidate's instances
      outputs    1 of 4,120 are not finite

      13:00:00  none → pending          sluice: version 2 appeared in the repository
      13:01:00  pending → mirror        sluice: the candidate is loaded and passed it…
      13:02:00  mirror → step 1 (5 %)   sluice: no sign of harm in 5000 compared pairs
      13:03:10  step 1 (5 %) → aborted  ann: sales fell

      version 2 stays loaded until 13:13:10
      version 2 is not tried again by itself; \`sluice rollout start digits 2\` does
      "
    `);
    const promoted = promote(document, moment, 'seen enough');
    expect(statusLines(viewAfter(promoted, seen), look).slice(-3)).toEqual(['', 'version 1 stays loaded until 13:13:10; `sluice rollout undo digits` goes back to', 'it']);
    const undone = statusLines(viewAfter(undo(promoted, moment, 'sales fell'), seen), look);
    expect(undone[0]).toBe('digits  1 → 2  undone  10 s ago');
    expect(undone).toContain('stages     ✓ mirror   ✓ 5 %   ✓ 25 %   ✗ promoted');
  });

  it('says that a wrong split makes every comparison void', () => {
    const evidence = { segments: [{ stage: 0, share: 0.5, canary: arm(900), baseline: arm(300) }] };
    const lines = statusLines(viewAfter(documentAfter(PLAN, 2), { evidence }), look);
    expect(lines.find((line) => line.startsWith('split'))).toBe('split      900 canary to 300 control requests: 75 %, where 50 % is planned: at');
  });

  it('names keys where assignment is by key, and the stable version where there is no twin', () => {
    const evidence = { segments: [{ stage: 0, share: 0.05, canary: arm(50), baseline: arm(950) }] };
    const lines = statusLines(viewAfter(documentAfter({ ...PLAN, assign: 'header:x-user', twin: false }, 2), { evidence, twin: false }), look).join('\n');
    expect(lines).toContain('50 canary to 950 stable keys: 5 %, as planned (5 %)');
    expect(lines).toContain('0 of 50 canary keys failed, 0 of 950 of stable');
    expect(lines).not.toContain('latency ');
  });

  it('has lines for a model without a rollout', () => {
    const view = viewAfter({ ...emptyDocument('digits'), stable: 3 });
    expect(statusLines(view, look)).toEqual(['digits  version 3 is stable, no rollout yet', '`sluice rollout start digits VERSION` begins one']);
    const pinned = viewAfter(pin({ ...emptyDocument('digits'), stable: 3 }, 2, { atMs: NOON_MS, who: 'ann' }, ''));
    expect(statusLines(pinned, look)[0]).toBe('digits  pinned to version 2, no rollout yet');
  });

  it('says where nothing was counted yet', () => {
    const lines = statusLines(viewAfter(documentAfter(PLAN, 2)), look);
    expect(lines.slice(lines.findIndex((line) => line.startsWith('errors')), -1).slice(1, 2)).toEqual(['           nothing was counted yet']);
  });

  it('names the lower end of a ratio over nothing', () => {
    const evidence = { segments: [{ stage: 0, share: 0.5, canary: arm(84, 11), baseline: arm(60) }] };
    expect(statusLines(viewAfter(documentAfter(PLAN, 2), { evidence }), look).find((line) => line.startsWith('errors'))).toMatch(/  ratio above 1\.\d+$/);
  });

  it('is never wider than the terminal, and colours change nothing but colours', () => {
    const view = viewAfter(documentAfter(PLAN, 2), { evidence: leaning, latencyUs: LATENCIES });
    for (const columns of [60, 80, 97, 120, 200]) {
      const plain = statusLines(view, { ...look, columns });
      const coloured = statusLines(view, { ...look, columns, isColoured: true });
      expect(Math.max(...plain.map(widthOf))).toBeLessThanOrEqual(columns);
      expect(coloured.join('\n')).not.toBe(plain.join('\n'));
      expect(coloured.map((line) => line.replace(/\u001b\[\d+m/g, ''))).toEqual(plain);
    }
  });
});
