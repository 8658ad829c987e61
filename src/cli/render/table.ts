/** A plain table: columns as wide as their widest cell, the last one cut where the line ends. Pure. */
import { clip, paint, widthOf, type Look } from './look.js';

const GAP = '  ';

export function table(look: Look, titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const lineOf = (cells: readonly string[]): string => clip(cells.map((cell, column) => cell + ' '.repeat(Math.max(0, widths[column]! - widthOf(cell)))).join(GAP).trimEnd(), look.columns, look);
  return [paint(look, 'bold', lineOf(titles)), ...rows.map(lineOf)];
}
