import { createTestDatabase, testActor, type TestActorOptions, type TestDatabase } from '../../../testing/index.js';
import type { Actor } from '../../kernel/index.js';
import { createGadgetTables, GadgetRows } from './gadgets.database.js';
import './gadgets.read.js';
import { openReading, type Reading } from './reading.js';

/** What every suite of the read engine stands on: tables, two organizations, a reader. */
export interface ReadSuite {
  database: TestDatabase;
  rows: GadgetRows;
  reading: Reading;
  ours: string;
  theirs: string;
  /** Somebody of our organization. */
  actor(grants: TestActorOptions['grants'], options?: Partial<TestActorOptions>): Actor;
  close(): Promise<void>;
}

export async function openReadSuite(): Promise<ReadSuite> {
  const database = await createTestDatabase();
  await createGadgetTables(database.ownerUrl);
  const rows = await GadgetRows.open(database.ownerUrl);
  const reading = openReading(database.appUrl);
  const ours = await rows.organization('Ours');
  const theirs = await rows.organization('Theirs');
  return {
    database, rows, reading, ours, theirs,
    actor: (grants, options) => testActor({ organizationId: ours, ...(grants ? { grants } : {}), ...options }),
    close: async () => {
      await reading.close();
      await rows.close();
      await database.drop();
    },
  };
}

/** The code, path and sentence that something is refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; path: string; message: string }> {
  try {
    await work;
  } catch (error) {
    const [problem] = (error as { problems?: { code: string; path: string[]; message: string }[] }).problems ?? [];
    if (!problem) throw error;
    return { code: problem.code, path: problem.path.join('.'), message: problem.message };
  }
  throw new Error('It was not refused.');
}
