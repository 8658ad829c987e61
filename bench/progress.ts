/** Says on stderr what runs, how long it will take and what came out, so that a run of minutes is never silent. */
export interface Progress {
  note(text: string): void;
}

export class StreamProgress implements Progress {
  private readonly startMs = performance.now();

  constructor(private readonly stream: { write(text: string): unknown }) {}

  note(text: string): void {
    const seconds = (performance.now() - this.startMs) / 1000;
    this.stream.write(`[${seconds.toFixed(1).padStart(6)} s] ${text}\n`);
  }
}
