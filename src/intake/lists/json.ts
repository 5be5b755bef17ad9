import { dateText, numberOf, type OutColumn, type OutValue, type TableWriter } from './table.ts';

/** A JSON list of records named by the columns; dates as ISO texts, several texts as lists, unknown as null. */
export function jsonWriter(columns: readonly OutColumn[]): TableWriter {
  const parts = ['['];
  let count = 0;
  return {
    add(rows) {
      const texts = rows.map(row =>
        JSON.stringify(
          Object.fromEntries(columns.map((column, i) => [column.name, jsonValue(row[i]!, column)])),
        ),
      );
      if (texts.length > 0) parts.push(`${count === 0 ? '\n' : ',\n'}${texts.join(',\n')}`);
      count += texts.length;
    },
    shortened: 0,
    end: () => new Blob([...parts, '\n]\n'], { type: 'application/json' }),
  };
}

function jsonValue(value: OutValue, column: OutColumn): unknown {
  if (typeof value !== 'number') return value;
  if (column.kind === 'date') return dateText(value, 'T');
  if (column.kind === 'flag') return value === 1;
  return numberOf(value, column);
}
