/** From arguments to effective options, or to one report of all that is wrong with them. */
import { asServingError } from '../base/error.js';
import { formatFault, refuse } from '../config/fault.js';
import type { Fault, Outcome } from '../config/fault.js';
import { scanFlags } from '../config/flags.js';
import { configPathOf, loadServerOptions } from '../config/load.js';
import type { LoadedOptions } from '../config/load.js';
import type { CliPorts } from './ports.js';

export function gatherOptions(ports: CliPorts, tokens: readonly string[]): Outcome<LoadedOptions> {
  const flags = scanFlags(tokens);
  const path = configPathOf(flags, ports.env);
  const file = path === null ? { text: null, fault: null } : readFile(ports, path);
  const inputs = { flags, env: ports.env, file: path !== null && file.text !== null ? { path, text: file.text } : null };
  const loaded = loadServerOptions(inputs, { cores: ports.cores });
  if (!file.fault) return loaded;
  return refuse([file.fault, ...(loaded.kind === 'faults' ? loaded.faults : [])]);
}

function readFile(ports: CliPorts, path: string): { text: string | null; fault: Fault | null } {
  const where = `config file ${path}`;
  try {
    const text = ports.read(path);
    return { text, fault: text === null ? { where, path: '', message: 'there is no such file' } : null };
  } catch (thrown) {
    return { text: null, fault: { where, path: '', message: `cannot be read: ${asServingError(thrown).message}` } };
  }
}

export function reportFaults(ports: CliPorts, faults: readonly Fault[]): void {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  ports.err(`sluice: the options have ${count}:\n${faults.map((fault) => `  ${formatFault(fault)}\n`).join('')}`);
  ports.err('`sluice serve --help` lists all options.\n');
}
