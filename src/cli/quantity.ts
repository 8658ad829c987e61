/** Rates and shares as people write them: `40/s`, `90/h`, `0.2%`, `0.002`. Pure. */
const PER: Readonly<Record<string, number>> = { s: 1, min: 60, m: 60, h: 3600, d: 86_400 };

/** Per second; null where the text is no rate. */
export function ratePerS(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(?:\s*\/\s*(s|min|m|h|d))?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) / PER[match[2] ?? 's']!;
}

/** From 0 to 1; null where the text is no share. */
export function shareOf(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return null;
  const value = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? value : null;
}
