/** `sluice config print`: the effective options with the source of each, as a file that `--config` takes. */
import { printYaml } from '../config/document.js';
import { printableOptions } from '../config/load.js';
import type { LoadedOptions } from '../config/load.js';
import { OPTION_NAMES, optionOf } from '../config/server.js';

export function printOptions(loaded: LoadedOptions, json: boolean): string {
  const values = printableOptions(loaded.options);
  const sources = new Map(OPTION_NAMES.map((name) => [optionOf(name).flag, loaded.sources[name]]));
  if (!json) return printYaml(values, (flag) => sources.get(flag) ?? 'default');
  const entries = Object.entries(values).map(([flag, value]) => [flag, { value, source: sources.get(flag) }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
