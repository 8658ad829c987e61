/** The program as a process of its own with the scripted engine, for tests that kill it: `node scripted.mjs FLAGS`. */
import { systemClock } from '../../dist/src/base/clock.js';
import { scanFlags } from '../../dist/src/config/flags.js';
import { loadServerOptions } from '../../dist/src/config/load.js';
import { Gateway } from '../../dist/src/server.js';
import { createLog } from '../../dist/src/telemetry/log.js';

const STDOUT = 1;

const loaded = loadServerOptions({ flags: scanFlags(process.argv.slice(2)), env: {}, file: null }, { cores: 2 });
if (loaded.kind === 'faults') throw new TypeError(JSON.stringify(loaded.faults));
const logs = createLog({ clock: systemClock, destination: STDOUT, pretty: false, level: 'info', format: 'ISO8601' });
const gateway = new Gateway({
  options: loaded.value.options, version: '0', logs, engine: 'fake',
  access: () => undefined,
  onFatal: (fault) => {
    throw fault;
  },
});
process.once('SIGTERM', () => void gateway.stop());
const { http, grpc, metrics } = await gateway.start();
logs.log.info({ http, grpc, metrics }, 'ready');
