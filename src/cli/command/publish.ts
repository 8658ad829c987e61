/** `sluice publish`: checks, digests and copies a version, and follows the rollout that it begins. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Published } from '../../publish/publish.js';
import type { CommandWithExamples } from '../example.js';
import type { Context } from '../family.js';
import { follow } from '../follow.js';
import { EXIT, type CliPorts } from '../ports.js';
import { count, bytes } from '../render/words.js';
import { publishFolder } from '../publishing.js';
import { clientOf, versionOf, withServer, type RemoteFlags } from './remote.js';
import { LOOK_S, watchLimit } from './see.js';

interface PublishFlags extends RemoteFlags {
  readonly to: string;
  readonly model?: string;
  readonly version?: number;
  readonly watch?: boolean;
}

export function definePublish(command: CommandWithExamples, { ports, finish }: Context): void {
  withServer(command
    .argument('<DIR>', 'folder of a version (with its model file), or of a model (with version folders; the highest is taken)')
    .addOption(new Option('--to <REPOSITORY>', 'folder of the model repository').makeOptionMandatory())
    .addOption(new Option('--model <NAME>', 'name of the model (default: the name of the folder)'))
    .addOption(new Option('--version <N>', 'number of the version (default: the number of the folder, else one more than the highest there)').argParser(versionOf))
    .addOption(new Option('--watch', 'follow the rollout that it begins')))
    .addOption(watchLimit('watching'))
    .example('sluice publish build/digits --to /srv/models --version 3')
    .example('sluice publish models/digits --to /srv/models --watch', 'exits with 0 when the version is promoted')
    .action(async (folder: string, flags: PublishFlags, self: CommandWithExamples) => finish(await run(ports, folder, flags, self)));
}

async function run(ports: CliPorts, folder: string, flags: PublishFlags, command: CommandWithExamples): Promise<number> {
  const { model = null, version = null, watch = false } = flags;
  const client = watch ? clientOf(ports, { ...flags, timeout: LOOK_S }, command) : null;
  const published = await publishFolder(ports, { source: resolve(folder), repository: resolve(flags.to), model, version });
  const isJson = flags.json === true;
  // Whoever reads JSON lines of the watching has no use for others among them.
  if (isJson && !watch) ports.out(`${JSON.stringify(published, null, 2)}\n`);
  else (isJson ? ports.err : ports.out)(`${publishedLines(published, watch).join('\n')}\n`);
  if (client === null) return EXIT.done;
  const limitMs = flags.timeout === undefined ? null : flags.timeout * 1000;
  return follow(ports, client, { model: published.model, rollout: null, candidate: published.version, limitMs }, isJson);
}

function publishedLines(published: Published, watch: boolean): string[] {
  const { model, version, path } = published;
  if (published.kind === 'present') return [`version ${version} of ${model} is there already with the same bytes: ${path}`];
  const { files } = published;
  const size = bytes(files.reduce((sum, file) => sum + file.bytes, 0));
  const next = `servers of this repository take it up at their next look; \`sluice rollout watch ${model}\` follows what becomes of it`;
  return [`published version ${version} of ${model}: ${count(files.length)} file${files.length === 1 ? '' : 's'}, ${size}, in ${path}`, ...(watch ? [] : [next])];
}
