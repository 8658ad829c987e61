/** Tables as Parquet files; the only importer of the library that writes them. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Column, Kind, Table } from './columns.js';

/** Readers take groups one at a time, and so does the writer's memory. */
const GROUP_ROWS = 10_000;

type Element = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];

const KINDS: Readonly<Record<Kind, Omit<Element, 'name'>>> = {
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
  int8: { type: 'INT32', converted_type: 'INT_8' },
  int16: { type: 'INT32', converted_type: 'INT_16' },
  int32: { type: 'INT32' },
  int64: { type: 'INT64' },
  uint8: { type: 'INT32', converted_type: 'UINT_8' },
  uint16: { type: 'INT32', converted_type: 'UINT_16' },
  uint32: { type: 'INT32', converted_type: 'UINT_32' },
  uint64: { type: 'INT64', converted_type: 'UINT_64' },
  float: { type: 'FLOAT' },
  double: { type: 'DOUBLE' },
};

/** @param facts kept with the file, by name */
export function encodeParquet({ columns }: Table, facts: Readonly<Record<string, string>>): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({
    columnData: columns.map(({ name, cells }) => ({ name, data: cells })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)],
    rowGroupSize: GROUP_ROWS,
    // Nobody searches these files by value.
    statistics: false,
    createdBy: 'sluice',
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
  }));
}

function elementsOf({ name, kind, isList, isOptional }: Column): Element[] {
  const repetition_type = isOptional ? 'OPTIONAL' : 'REQUIRED';
  if (!isList) return [{ name, ...KINDS[kind], repetition_type }];
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...KINDS[kind], repetition_type: 'REQUIRED' },
  ];
}
