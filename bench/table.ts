/** Text tables for the terminal: columns as wide as their widest cell, numbers to the right, one header line. */
export type Align = 'left' | 'right';

export interface Column {
  readonly title: string;
  readonly align: Align;
}

export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => {
        const cell = cells[index] ?? '';
        const width = widths[index] ?? 0;
        return column.align === 'left' ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)].join('\n');
}

/** Three significant digits, thousands separated: what a reader can compare at a glance. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 1000) return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(3)));
}

export function formatUs(us: number): string {
  if (us >= 1_000_000) return `${formatNumber(us / 1_000_000)} s`;
  if (us >= 1000) return `${formatNumber(us / 1000)} ms`;
  return `${formatNumber(us)} us`;
}
