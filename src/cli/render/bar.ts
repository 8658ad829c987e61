/** Bars of a fixed width. Pure. */
import { glyphsOf, paint, type Colour, type Look } from './look.js';

/** Filled as far as the fraction says; full only when it is reached, and never empty for more than nothing. */
export function bar(look: Look, fraction: number, width: number, colour: Colour): string {
  const { left, right, full, empty } = glyphsOf(look);
  const cells = fraction >= 1 ? width : Math.min(width - 1, Math.max(fraction > 0.001 ? 1 : 0, Math.round(fraction * width)));
  return `${left}${paint(look, colour, full.repeat(cells))}${paint(look, 'dim', empty.repeat(width - cells))}${right}`;
}

export interface Part {
  readonly weight: number;
  readonly glyph: string;
  readonly colour: Colour | null;
}

/** Parts of a whole side by side; none that has a weight vanishes. */
export function stack(look: Look, parts: readonly Part[], width: number): string {
  const { left, right } = glyphsOf(look);
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const cells = parts.map(({ weight }) => (weight > 0 ? Math.max(1, Math.round((weight / whole) * width)) : 0));
  // What rounding added or left is the largest part's.
  const largest = cells.indexOf(Math.max(...cells));
  cells[largest] = cells[largest]! + width - cells.reduce((sum, cell) => sum + cell, 0);
  return `${left}${parts.map(({ glyph, colour }, index) => paint(look, colour, glyph.repeat(cells[index]!))).join('')}${right}`;
}
