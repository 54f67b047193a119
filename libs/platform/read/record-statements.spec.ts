import { newId } from '../kernel/index.js';
import { RecordStatements } from './record-statements.js';
import { select } from './selection.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReadSuite, type ReadSuite } from './testing/suite.js';

describe('RecordStatements', () => {
  let suite: ReadSuite;

  beforeAll(async () => {
    suite = await openReadSuite();
  });
  afterAll(() => suite.close());

  it('is compiled once for a selection and the same rights, whatever the record', () => {
    const statements = new RecordStatements();
    const selection = select('id', 'name', 'maker.name');
    const [first, second] = [newId(), newId()];
    const actor = suite.actor(['gadget.read', 'maker.read']);
    const compiled = statements.of(actor, gadgetRead, first, selection);
    const again = statements.of({ ...actor }, gadgetRead, second, selection);
    expect(again.finishes).toBe(compiled.finishes);
    expect([compiled.values.includes(first), compiled.values.includes(second)]).toEqual([true, false]);
    expect(again.values).toEqual(compiled.values.map((value) => (value === first ? second : value)));
  });

  it('is compiled anew for other rights, another organization and another selection', () => {
    const statements = new RecordStatements();
    const selection = select('id', 'name');
    const actor = suite.actor(['gadget.read']);
    const all = [
      statements.of(actor, gadgetRead, newId(), selection),
      statements.of(suite.actor(['gadget.read', 'maker.read']), gadgetRead, newId(), selection),
      statements.of({ ...actor, organizationId: suite.theirs }, gadgetRead, newId(), selection),
      statements.of(actor, gadgetRead, newId(), select('id', 'name')),
    ];
    expect(new Set(all.map(({ finishes }) => finishes)).size).toBe(all.length);
  });

  it('does not keep what TypeScript finishes for whoever asks', () => {
    const statements = new RecordStatements();
    const selection = select('id', 'label');
    const actor = suite.actor(['gadget.read']);
    expect(statements.of(actor, gadgetRead, newId(), selection).finishes).not.toBe(statements.of(actor, gadgetRead, newId(), selection).finishes);
  });

  it('shows every reader what their own rights show', async () => {
    const selection = select('id', 'name');
    const { reader } = suite.reading;
    const [one, other] = [await suite.rows.insert('gadget', suite.ours, { name: 'one' }), await suite.rows.insert('gadget', suite.ours, { name: 'other' })];
    const actor = suite.actor(['gadget.read']);
    expect([await reader.one(actor, gadgetRead, one, selection), await reader.one(actor, gadgetRead, other, selection)]).toEqual([{ id: one, name: 'one' }, { id: other, name: 'other' }]);
    expect(await reader.one(suite.actor(['gadget.read'], { organizationId: suite.theirs }), gadgetRead, one, selection)).toBeNull();
    expect(await reader.one(suite.actor(['maker.read']), gadgetRead, one, selection)).toBeNull();
  });
});
