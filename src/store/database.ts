import Dexie from 'dexie';
import { migrate } from './migrate.ts';
import { schema, tablesOf } from './tables.ts';

/** Declares the database and its history. Opening an older one migrates it, all or nothing. */
export function declareDatabase(name: string): Dexie {
  const database = new Dexie(name);
  database.version(1).stores({
    meta: 'key',
    dictionaries: 'of',
    customers: 'id, *contacts',
    chunks: 'chunk',
  });
  const { sources: _, refused: __, secrets: ______, ...third } = schema;
  const { merges: ___, distinct: ____, audits: _____, ...second } = third;
  database.version(2).stores(second);
  database.version(3).stores(third);
  database
    .version(4)
    .stores(schema)
    .upgrade(async transaction => migrate(tablesOf(transaction)));
  return database;
}
