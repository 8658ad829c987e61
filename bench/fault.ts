/** What can go wrong while measuring: a child that does not start, an answer that cannot be read, an unusable option. */
export class BenchFault extends Error {
  override readonly name = 'BenchFault';
}

export function faultText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
