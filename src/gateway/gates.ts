/**
 * The gates of a version with their files: the manifest is held against the folder, the signature against the serving
 * version, and the golden set is read, to be run by the instances once they are warm. A version that is stable already has
 * passed them; a gate must not take down what serves.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { codeOf } from '../base/durable.js';
import { ServingError } from '../base/error.js';
import type { Log } from '../base/log.js';
import { breakingChanges } from '../gate/compatible.js';
import { GOLDEN_BYTES_MAX, GOLDEN_FILE, parseGolden, type Golden } from '../gate/golden.js';
import { MANIFEST_FILE, manifestFaults, parseManifest } from '../gate/manifest.js';
import { judgeGolden } from '../gate/score.js';
import type { ProbeAnswers } from '../instance/host.js';
import type { WarmupSample } from '../instance/message.js';
import type { VersionSpec } from '../lifecycle/loader.js';
import { filesOf } from '../publish/files.js';
import type { Plan } from '../rollout/plan.js';
import type { VersionEntry } from '../routing/table.js';
import type { ServedConfig } from './served.js';

type Spec = VersionSpec<ServedConfig>;

export interface GateParts {
  /** Of a version that is about to be loaded; null for one that has passed them before. */
  readonly gatesOf: (model: string, version: number) => Plan['gates'] | null;
  /** What answers requests of the model that name no version; null for nothing. */
  readonly serving: (model: string) => Pick<VersionEntry<unknown>, 'version' | 'signature'> | null;
  readonly log: Log;
}

export interface Probing {
  readonly probes: readonly WarmupSample[];
  verify(answers: ProbeAnswers): string | null;
}

const NO_PROBES: Probing = { probes: [], verify: () => null };

export class Gates {
  private readonly goldens = new WeakMap<Spec, Golden>();

  constructor(private readonly parts: GateParts) {}

  /** Everything that needs no session. @throws ServingError load_failed naming the gate */
  async admit(spec: Spec): Promise<void> {
    const { model, version, signature } = spec;
    const gates = this.parts.gatesOf(model, version);
    if (gates === null) return;
    if (gates.manifest !== 'off') await checkManifest(spec, gates.manifest === 'required');
    const serving = this.parts.serving(model);
    if (serving !== null && serving.version !== version && !gates.allowBreaking) {
      const changes = breakingChanges(serving.signature, signature);
      if (changes.length > 0) {
        throw new ServingError('load_failed', `version ${version} breaks clients of version ${serving.version}: ${changes.join('; ')}. Allow it with \`rollout: { strategy: swap, gates: { allowBreaking: true } }\``);
      }
    }
    if (gates.golden !== 'off') await this.readGolden(spec, gates.golden === 'required');
  }

  /** The runs that a version is asked for once it is warm. */
  probing(spec: Spec): Probing {
    const golden = this.goldens.get(spec);
    if (golden === undefined) return NO_PROBES;
    const { signature, model, version } = spec;
    return {
      probes: golden.rows.map(({ name, rows, inputs }) => ({ name, rows, count: 1, inputs })),
      verify: (answers) => {
        const verdict = judgeGolden(golden, signature, answers);
        if (verdict.kind === 'failed') return verdict.reason;
        this.parts.log.info({ kind: 'gate', model, version }, `golden set passed: ${verdict.summary}`);
        return null;
      },
    };
  }

  private async readGolden(spec: Spec, isRequired: boolean): Promise<void> {
    const own = join(folderOf(spec), GOLDEN_FILE);
    const shared = join(dirname(folderOf(spec)), GOLDEN_FILE);
    const path = (await exists(own)) ? own : (await exists(shared)) ? shared : null;
    if (path === null) {
      if (isRequired) throw new ServingError('load_failed', `the plan requires a golden set, and there is no ${GOLDEN_FILE} beside the model or in version ${spec.version}`);
      return;
    }
    const { size } = await stat(path);
    if (size > GOLDEN_BYTES_MAX) throw new ServingError('load_failed', `'${path}' has ${size} bytes, a golden set at most ${GOLDEN_BYTES_MAX}`);
    const read = parseGolden(await readFile(path, 'utf8'), path === own ? `${spec.version}/${GOLDEN_FILE}` : GOLDEN_FILE, spec.signature);
    if ('faults' in read) throw new ServingError('load_failed', `the golden set cannot be used: ${read.faults.join('; ')}`);
    this.goldens.set(spec, read.golden);
  }
}

/** The version's folder; a model file may lie in a folder of its own below it. */
function folderOf(spec: Spec): string {
  const parts = spec.modelPath.split(sep);
  const at = parts.lastIndexOf(String(spec.version));
  return at < 0 ? dirname(spec.modelPath) : parts.slice(0, at + 1).join(sep);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false);
}

async function checkManifest(spec: Spec, isRequired: boolean): Promise<void> {
  const folder = folderOf(spec);
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw new ServingError('load_failed', `${MANIFEST_FILE} of version ${spec.version} cannot be read (${codeOf(thrown)})`, { cause: thrown });
  });
  if (text === null) {
    if (isRequired) throw new ServingError('load_failed', `the plan requires a ${MANIFEST_FILE} in version ${spec.version}; \`sluice publish\` writes it`);
    return;
  }
  const read = parseManifest(text);
  const faults = 'faults' in read ? read.faults : manifestFaults(read.manifest, await filesOf(folder));
  if (faults.length > 0) throw new ServingError('load_failed', `version ${spec.version} is not what was published: ${faults.join('; ')}`);
}
