/** Seeded numbers (xorshift, 32 bits of state): the same seed gives the same models on every machine. */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
    for (let skip = 0; skip < 16; skip++) this.unit();
  }

  /** In [0, 1). */
  unit(): number {
    let state = this.state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state >>> 0;
    return this.state / 4294967296;
  }

  below(bound: number): number {
    return Math.floor(this.unit() * bound);
  }

  /** Close to a normal deviate: a sum of twelve uniforms, so that no transcendental function is needed. */
  normal(): number {
    let sum = -6;
    for (let index = 0; index < 12; index++) sum += this.unit();
    return sum;
  }

  shuffle(values: Int32Array): void {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const held = values[last] as number;
      values[last] = values[other] as number;
      values[other] = held;
    }
  }
}
