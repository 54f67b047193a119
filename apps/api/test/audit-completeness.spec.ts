import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema } from 'graphql';
import { mutationsWithoutEvent } from './support/mutations-without-event.js';

/** Mutations that change nothing anybody could ask about. */
const SILENT: Readonly<Record<string, string>> = {
  announcePresence: 'Where somebody is at this moment is kept nowhere (docs/adr/0012).',
};

describe('completeness of the log', () => {
  it('has a way from every mutation of the schema to an event', () => {
    const schema = buildSchema(readFileSync('schema.gql', 'utf8'));
    const { mutations, silent } = mutationsWithoutEvent(resolve('tsconfig.json'));
    expect(mutations).toBeGreaterThanOrEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).length);
    expect(silent).toEqual(Object.keys(SILENT).sort());
  });
});
