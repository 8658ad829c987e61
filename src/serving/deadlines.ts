/**
 * Which request runs out of time next: a binary heap over ticket numbers with a place index, so that a request that
 * settles in time is taken out at once and nothing grows beyond the number of tickets. Exact to the timer that the
 * owner sets; no polling.
 */
export class Deadlines {
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  private readonly dueUs: Float64Array;
  private size = 0;

  constructor(tickets: number) {
    this.heap = new Int32Array(tickets);
    this.place = new Int32Array(tickets).fill(-1);
    this.dueUs = new Float64Array(tickets);
  }

  /** Moment of the earliest deadline; Infinity when there is none. */
  get nextUs(): number {
    return this.size === 0 ? Infinity : this.dueUs[this.heap[0]!]!;
  }

  add(ticket: number, dueUs: number): void {
    this.remove(ticket);
    this.dueUs[ticket] = dueUs;
    this.heap[this.size] = ticket;
    this.place[ticket] = this.size;
    this.size += 1;
    this.rise(this.size - 1);
  }

  remove(ticket: number): void {
    const at = this.place[ticket]!;
    if (at < 0) return;
    this.place[ticket] = -1;
    this.size -= 1;
    if (at === this.size) return;
    const moved = this.heap[this.size]!;
    this.heap[at] = moved;
    this.place[moved] = at;
    this.rise(at);
    this.sink(this.place[moved]);
  }

  /** Takes the earliest ticket that is due; -1 when none is. */
  takeDue(nowUs: number): number {
    if (this.nextUs > nowUs) return -1;
    const ticket = this.heap[0]!;
    this.remove(ticket);
    return ticket;
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.dueUs[this.heap[parent]!]! <= this.dueUs[this.heap[at]!]!) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.size) return;
      const right = left + 1;
      const least = right < this.size && this.dueUs[this.heap[right]!]! < this.dueUs[this.heap[left]!]! ? right : left;
      if (this.dueUs[this.heap[at]!]! <= this.dueUs[this.heap[least]!]!) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    const first = this.heap[a]!;
    const second = this.heap[b]!;
    this.heap[a] = second;
    this.heap[b] = first;
    this.place[second] = a;
    this.place[first] = b;
  }
}
