/**
 * Lines that are drawn over again in place. Each frame is one write that overwrites line by line, so nothing flickers;
 * the cursor is hidden from the first frame until `close`, which leaves the last frame where it is.
 */
import { clip, type Look } from './render/look.js';

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const CLEAR = '\u001b[2J\u001b[H';
const ERASE_LINE = '\u001b[K';
const ERASE_BELOW = '\u001b[J';

export class Frame {
  private drawn = 0;
  private columns = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly size: () => { readonly columns: number; readonly rows: number },
  ) {}

  draw(lines: readonly string[], look: Look): void {
    const { columns, rows } = this.size();
    // A line that wraps, or a screen that scrolls, would put the next frame in the wrong place.
    const fitting = lines.slice(0, Math.max(1, rows - 1)).map((line) => clip(line, columns, look) + ERASE_LINE);
    this.write(`${this.begin(columns)}${fitting.join('\n')}\n${ERASE_BELOW}`);
    this.drawn = fitting.length;
    this.columns = columns;
  }

  close(): void {
    if (this.drawn > 0) this.write(SHOW);
    this.drawn = 0;
  }

  private begin(columns: number): string {
    if (this.drawn === 0) return HIDE;
    // After a change of width nobody knows how many rows the old lines take.
    return columns === this.columns ? `\r\u001b[${this.drawn}A` : CLEAR;
  }
}
