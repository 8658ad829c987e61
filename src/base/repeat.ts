/** Runs something again and again, without keeping the thread alive for it. @returns ends it */
export function repeat(periodMs: number, run: () => void): () => void {
  const timer = setInterval(run, periodMs);
  timer.unref();
  return () => clearInterval(timer);
}
