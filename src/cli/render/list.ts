/** Rollouts and models as tables. Pure. */
import type { RolloutView } from '../../rollout/view.js';
import type { IndexRow } from '../../serving/admin.js';
import type { Labels } from '../client.js';
import { paint, type Look } from './look.js';
import { phaseColour } from './progress.js';
import { shortPhase } from './status.js';
import { table } from './table.js';
import { percentText, span } from './words.js';

export function rolloutTable(views: readonly RolloutView[], look: Look): string[] {
  const rows = views.map(({ model, stable, pinned, rollout }) => {
    const serves = stable === 0 ? 'none' : `${stable}${pinned ? ' pinned' : ''}`;
    if (rollout === null) return [model, serves, 'none', '', '', '', ''];
    const phase = paint(look, phaseColour(rollout), `${shortPhase(rollout.phaseText).replace(/ \(.*\)/, '')}${rollout.paused ? ', paused' : ''}`);
    const canary = rollout.over ? '' : `${percentText(rollout.weights.canary)} %`;
    return [model, serves, String(rollout.candidate), phase, canary, span(look.nowMs - Date.parse(rollout.since)), rollout.reason.replaceAll('\n', ' ')];
  });
  return table(look, ['MODEL', 'STABLE', 'CANDIDATE', 'PHASE', 'CANARY', 'SINCE', 'WHY'], rows);
}

/** @param labels of each model, `stable` among them */
export function modelTable(index: readonly IndexRow[], labels: ReadonlyMap<string, Labels>, look: Look): string[] {
  const rows = index.map(({ name, version = '', state = 'not loaded', reason = '' }) => {
    const own = Object.entries(labels.get(name) ?? {}).filter(([, at]) => String(at) === version).map(([label]) => label);
    const colour = state === 'READY' ? 'green' : state === 'UNAVAILABLE' ? 'red' : 'dim';
    return [name, version, paint(look, colour, state), own.sort().join(', '), reason.replaceAll('\n', ' ')];
  });
  return table(look, ['MODEL', 'VERSION', 'STATE', 'LABELS', 'REASON'], rows);
}

export function labelTable(labels: Labels, look: Look): string[] {
  const rows = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, version]) => [label, String(version)]);
  return table(look, ['LABEL', 'VERSION'], rows);
}
