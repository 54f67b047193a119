import type { SubjectDefinition } from '../../../libs/platform/access/index.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import type { Probes } from './probes.js';
import { ARCHIVING, chainOf, type Person, placeFor, type Relation } from './relations.js';
import { CANARY, type World } from './world.js';

/**
 * Puts one record of each subject into a relation to a person, by its access columns.
 *
 * @returns the record to ask for, by subject: usually our probe, the other organization's, or one that does not exist
 */
export async function placeProbes(world: World, subjects: readonly SubjectDefinition[], relation: Relation, person: Person): Promise<Probes> {
  if (relation === 'foreign') return world.foreign;
  if (relation === 'missing') return Object.fromEntries(subjects.map(({ name }) => [name, newId()]));
  const place = placeFor(relation, person, world.elsewhere);
  for (const subject of subjects) {
    const id = world.probes[subject.name];
    if (!id || CHOSEN.has(subject.name)) continue;
    const personal = PUT_PERSONAL[subject.name];
    if (personal) await world.owner.query(personal, [id, relation === 'own' ? person.userId : world.elsewhere.ownerId]);
    else if (subject.name === 'message') await world.owner.query(PUT_MESSAGE, [id, place.ownerId, place.shared]);
    else if (chainOf(subject.name).length === 1 || subject.name === 'file') await putInto(world, subject, id, place, relation === 'archived');
  }
  return { ...world.probes, ...namedByTheirId(world, relation, person) };
}

/** What is one person's alone: given to them as new, because its removal was asked for too. */
const PUT_PERSONAL: Readonly<Record<string, string>> = {
  notification: 'UPDATE notification SET user_id = $2, done_at = NULL, snoozed_until = NULL WHERE id = $1',
  reminder: `INSERT INTO reminder (id, organization_id, user_id, note, due_at) SELECT $1, organization_id, id, 'Remember ${CANARY.ours}reminder', now() + interval '1 day' FROM user_account WHERE id = $2
    ON CONFLICT (id) DO UPDATE SET user_id = EXCLUDED.user_id`,
};

/** Its side goes with its place among what the client sees. */
const PUT_MESSAGE = `UPDATE message SET author_id = $2, shared_with_client = $3, client_sequence = CASE WHEN $3 THEN sequence END, shared_at = CASE WHEN $3 THEN created_at END WHERE id = $1`;

/** Where somebody belongs is what others are measured by. */
const CHOSEN = new Set(['user', 'department', 'staffProfile']);

/** People, customers and departments are what others are measured by: not moved, but chosen. */
function namedByTheirId({ elsewhere, probes }: World, relation: Relation, person: Person): Probes {
  const own = relation === 'own';
  const customer = person.client ? (own && person.customerId ? person.customerId : elsewhere.customerId) : probes['customer']!;
  return {
    user: own ? person.userId : elsewhere.ownerId,
    staffProfile: own ? person.userId : elsewhere.ownerId,
    department: departmentFor(relation, person, elsewhere),
    customer,
  };
}

function departmentFor(relation: Relation, { departmentId }: Person, elsewhere: World['elsewhere']): string {
  if (relation === 'archived') return elsewhere.archivedDepartmentId;
  return relation === 'department' && departmentId ? departmentId : elsewhere.departmentId;
}

export async function putInto({ owner, archivable }: World, { name, table, columns, assignees }: SubjectDefinition, id: string, place: ReturnType<typeof placeFor>, archived: boolean): Promise<void> {
  const column = archivable.get(name);
  if (column) await owner.query(`UPDATE ${table} SET ${column} = ${ARCHIVING[column][archived ? 1 : 0]} WHERE id = $1`, [id]);
  const values: [string | undefined, unknown][] = [
    [columns.ownerId, place.ownerId], [columns.departmentId, place.departmentId], [columns.customerId, place.customerId], [columns.teamId, null], [columns.sharedWithClient, place.shared],
  ];
  const set = values.filter((pair): pair is [string, unknown] => pair[0] !== undefined && pair[0] !== 'id');
  if (set.length > 0) {
    await owner.query(`UPDATE ${table} SET ${set.map(([column], index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`, [id, ...set.map(([, value]) => value)]);
  }
  if (!assignees) return;
  await owner.query(`DELETE FROM ${assignees.table} WHERE ${assignees.recordColumn} = $1`, [id]);
  if (place.assigneeId) {
    await owner.query(
      `INSERT INTO ${assignees.table} (organization_id, ${assignees.recordColumn}, ${assignees.userColumn}) SELECT organization_id, id, $2 FROM ${table} WHERE id = $1`, [id, place.assigneeId],
    );
  }
}
