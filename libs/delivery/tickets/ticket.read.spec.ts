import { newId } from '@throughline/platform/kernel';
import type { Selection } from '@throughline/platform/read';
import { openReading, type Reading } from '../../platform/read/testing/reading.js';
import { completeness, REQUIREMENT_STATUSES, type RequirementState } from './requirements.js';
import { openTicketBed, type TicketBed } from './testing/ticket-bed.js';
import { ticketRead } from './ticket.read.js';

const field = (name: string, selection: Selection | null = null) => ({ key: name, name, args: {}, selection });
const FIGURE: Selection = { fields: [
  field('nodes', { fields: [field('id'), field('completenessBasisPoints')] }), field('pageInfo', { fields: [field('hasNextPage'), field('endCursor')] }),
] };

interface Page { nodes: { id: string; completenessBasisPoints: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

/** Nothing, every single item, every pair, and every mixture of three that are required. */
function everySetOfRequirements(): RequirementState[][] {
  const items = REQUIREMENT_STATUSES.flatMap((status) => [{ status, required: true }, { status, required: false }]);
  const required = items.filter((item) => item.required);
  return [
    [], ...items.map((item) => [item]), ...items.flatMap((a) => items.map((b) => [a, b])),
    ...required.flatMap((a) => required.flatMap((b) => required.map((c) => [a, b, c]))),
    // Shares that do not divide evenly are where rounding could differ.
    ...Array.from({ length: 6 }, (_, verified) => Array.from({ length: 7 }, (_each, at): RequirementState => ({ required: true, status: at <= verified ? 'VERIFIED' : 'RECEIVED' }))),
  ];
}

describe('completeness as it is read', () => {
  let bed: TicketBed;
  let reading: Reading;
  beforeAll(async () => {
    bed = await openTicketBed();
    reading = openReading(bed.database.appUrl);
  });
  afterAll(async () => {
    await reading?.close();
    await bed?.close();
  });

  it('is the rule of requirements.ts for every set of requirements', async () => {
    const sets = everySetOfRequirements().map((requirements) => ({ id: newId(), requirements }));
    const [category] = await bed.rows<{ id: string }>('SELECT id FROM service_category WHERE organization_id = $1 AND key = \'WEB\'', [bed.agency.id]);
    await bed.rows(
      `INSERT INTO ticket (id, organization_id, number, kind, title, customer_id, category_id)
       SELECT id, $1, 'TEST-' || place, 'SUPPORT', 'Test', $2, $3 FROM unnest($4::uuid[]) WITH ORDINALITY AS t (id, place)`,
      [bed.agency.id, bed.customerId, category!.id, sets.map(({ id }) => id)],
    );
    const items = sets.flatMap(({ id, requirements }) => requirements.map((requirement, at) => ({ id: newId(), ticket_id: id, position: at + 1, ...requirement })));
    await bed.rows(
      `INSERT INTO ticket_requirement (id, organization_id, ticket_id, position, title, kind, required, status)
       SELECT r.id, $1, r.ticket_id, r.position, 'Test', 'INFORMATION', r.required, r.status
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, ticket_id uuid, position integer, required boolean, status text)`,
      [bed.agency.id, JSON.stringify(items)],
    );
    const read: Record<string, number> = {};
    for (let after: string | null = null, more = true; more;) {
      const page = await reading.reader.connection(bed.boss, ticketRead, { first: 200, after }, FIGURE) as Page;
      for (const node of page.nodes) read[node.id] = node.completenessBasisPoints;
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(sets.length).toBeGreaterThan(350);
    expect(sets.map(({ id, requirements }) => ({ requirements, basisPoints: read[id] }))).toEqual(sets.map(({ requirements }) => ({ requirements, basisPoints: completeness(requirements) })));
  });
});
