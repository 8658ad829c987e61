/**
 * `npm start [-- FLAGS]`: installs and builds what is stale, then becomes the gateway. The gateway runs in this very
 * process, so signals reach it and no wrapper stands between it and its supervisor.
 * `node tools/start.mjs --entry bench/main.js ARGS` does the same for another compiled entry.
 */
import { guarded, handOver, prepare } from './build.mjs';

const args = process.argv.slice(2);
const entry = args[0] === '--entry' ? args.splice(0, 2)[1] : 'src/main.js';

await guarded(() => {
  prepare();
  return handOver(entry ?? 'src/main.js', args);
});
