/**
 * What the judge was shown over a rollout, as JSON lines under the state folder, so that the rollout can be judged again
 * with other settings. Losing lines loses no decision: writes are not waited for, and both files and lines are bounded.
 */
import { appendFile, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asServingError, ServingError } from '../base/error.js';
import type { RecordLine } from '../rollout/port.js';

const FILES_MAX = 50;
const FILE_BYTES_MAX = 16 * 2 ** 20;

export class Recordings {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly folder: string, private readonly failed: (fault: ServingError) => void) {}

  add({ rollout, model, atMs, phase, evidence }: RecordLine): void {
    // Lines behind a slow disk are thinned out; each holds all that was counted so far.
    if (this.waiting > 8) return;
    this.waiting += 1;
    this.last = this.last
      .then(() => this.append(this.fileOf(model, rollout), `${JSON.stringify({ atMs, phase, evidence })}\n`))
      .catch((thrown: unknown) => this.failed(asServingError(thrown)))
      .finally(() => {
        this.waiting -= 1;
      });
  }

  /** @throws ServingError not_found */
  async read(model: string, rollout: string): Promise<string> {
    await this.last;
    return readFile(this.fileOf(model, rollout), 'utf8').catch((cause: unknown) => {
      throw new ServingError('not_found', `nothing is recorded of rollout '${rollout}' of model '${model}'`, { cause });
    });
  }

  async flushed(): Promise<void> {
    await this.last;
  }

  private async append(file: string, line: string): Promise<void> {
    const before = await stat(file).catch(() => null);
    if (before === null) await this.makeRoom();
    else if (before.size > FILE_BYTES_MAX) return;
    await appendFile(file, line);
  }

  private async makeRoom(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const files = await Promise.all((await readdir(this.folder)).map(async (name) => ({ name, atMs: (await stat(join(this.folder, name))).mtimeMs })));
    const old = files.sort((a, b) => b.atMs - a.atMs).slice(FILES_MAX - 1);
    await Promise.all(old.map(({ name }) => rm(join(this.folder, name), { force: true })));
  }

  /** Names of models may hold anything but a slash; a rollout's id is ours. */
  private fileOf(model: string, rollout: string): string {
    return join(this.folder, `${encodeURIComponent(model)}.${rollout}.jsonl`);
  }
}
