/** Spans of time as people say them. */
export function duration(ms: number | null): string {
  if (ms === null) return 'never';
  const seconds = ms / 1000;
  if (seconds < 120) return `${Number(seconds.toPrecision(seconds < 10 ? 2 : 3))} s`;
  const minutes = seconds / 60;
  if (minutes < 120) return `${Number(minutes.toPrecision(3))} min`;
  const hours = minutes / 60;
  return hours < 72 ? `${Number(hours.toPrecision(3))} h` : `${Number((hours / 24).toPrecision(3))} days`;
}
