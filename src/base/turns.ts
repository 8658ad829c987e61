/** One thing at a time per key, in the order of the calls; keys do not wait for each other. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    // Whoever comes next waits for the end of this and is not harmed by how it ended.
    const settled = mine.catch(() => undefined).finally(() => {
      if (this.last.get(key) === settled) this.last.delete(key);
    });
    this.last.set(key, settled);
    return mine;
  }

  /** Resolves when everything taken so far is done. */
  async settled(): Promise<void> {
    await Promise.all(this.last.values());
  }
}
