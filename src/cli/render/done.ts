/** What a command did to a rollout, and what happens next. Pure. */
import type { RolloutView } from '../../rollout/view.js';
import type { RolloutVerb } from '../../serving/rollout.js';
import type { Look } from './look.js';
import { moment } from './words.js';

export function doneLines(verb: RolloutVerb, view: RolloutView, look: Look): string[] {
  const { model, stable, rollout } = view;
  const kept = view.kept.map(({ version, until }) => `version ${version} stays loaded until ${moment(until, look)}`).join(', ');
  switch (verb) {
    case 'start':
      return [`rollout ${rollout?.id} of ${model} from version ${rollout?.stable} to ${rollout?.candidate} has begun`, `\`sluice rollout watch ${model}\` follows it`];
    case 'promote':
      return [`promoted: version ${stable} of ${model} is stable`, `${kept}; \`sluice rollout undo ${model}\` goes back to it without a load`];
    case 'abort':
      return [`aborted: version ${stable} of ${model} answers`, `version ${rollout?.candidate} is not tried again by itself; \`sluice rollout start ${model} ${rollout?.candidate}\` does`];
    case 'pause':
      return [`paused at ${rollout?.phaseText}; harm still aborts it`, `\`sluice rollout resume ${model}\` goes on`];
    case 'resume':
      return [`goes on at ${rollout?.phaseText}`];
    case 'undo':
      return [`undone: version ${stable} of ${model} is stable again`, kept].filter((line) => line !== '');
    case 'pin':
      return [`pinned: version ${stable} of ${model} answers, whatever is published`, `\`sluice rollout unpin ${model}\` ends that`];
    case 'unpin':
      return [`not pinned any more; version ${stable} of ${model} is stable, and a newer one may begin its rollout now`];
  }
}
