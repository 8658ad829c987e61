/** A plan from a file, as its writer wrote it: YAML or JSON, alone or as the `rollout:` block of a model's config. */
import type { Outcome } from '../config/fault.js';
import { refuse, succeed } from '../config/fault.js';
import type { CliPorts } from './ports.js';

export async function readPlanFile(ports: Pick<CliPorts, 'read'>, path: string): Promise<Outcome<unknown>> {
  const text = ports.read(path);
  if (text === null) return refuse([{ where: path, path: '', message: 'there is no such file' }]);
  const { parseYaml } = await import('../config/document.js');
  const read = parseYaml(text, path);
  if (read.kind === 'faults') return read;
  const { value } = read.value;
  return succeed('rollout' in value ? value['rollout'] : value);
}
