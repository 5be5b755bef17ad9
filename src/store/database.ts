import Dexie from 'dexie';
import { isEarlier, migrate } from './migrate.ts';
import { bytesInUse, ensureRoom } from './room.ts';
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
  const customers = 'id, *contacts';
  const { journal: ______________, ...seventh } = schema;
  const { overrides: ___________, runs: ____________, settings: _____________, ...sixth } = seventh;
  const { details: _, histories: __, places: ___, ...others } = sixth;
  const fifth = { ...others, customers };
  const { secrets: ____, pairs: _____, ...fourth } = fifth;
  const { sources: ______, refused: _______, ...third } = fourth;
  const { merges: ________, distinct: _________, audits: __________, ...second } = third;
  database.version(2).stores(second);
  database.version(3).stores(third);
  database.version(4).stores(fourth);
  database.version(5).stores(fifth);
  database.version(6).stores(sixth);
  database.version(7).stores(seventh);
  database
    .version(8)
    .stores(schema)
    .upgrade(async transaction => {
      const tables = tablesOf(transaction);
      if (!(await isEarlier(tables))) return;
      await Dexie.waitFor(bytesInUse().then(ensureRoom)); // what is migrated is less than all there is
      await migrate(tables);
    });
  return database;
}
