/** Numbers as people read them, for the reasons in judgements. */
export function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(3))} %`;
}

export function short(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return 'unbounded';
  return String(Number(value.toPrecision(3)));
}

/** An e-value: how many times likelier the evidence is than under "no difference". */
export function odds(logE: number): string {
  return logE > 20 ? `e^${Math.round(logE)}` : short(Math.exp(logE));
}

export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
