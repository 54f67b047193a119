import { type SubjectDefinition, subjectByName } from '../../../libs/platform/access/index.js';

/**
 * How a record stands to the person who asks. "own" lies in their department too, as it usually does; "abroad" is theirs but in another
 * department, so that only ownership can reach it. "archived" is somebody else's, in another department, and not used any more.
 */
export const RELATIONS = ['own', 'abroad', 'assigned', 'department', 'other', 'archived', 'foreign', 'missing'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The access columns that put a record of a subject into a relation to a person of staff. */
export interface Place {
  ownerId: string;
  departmentId: string;
  customerId: string;
  shared: boolean;
  assigneeId: string | null;
}

/** Whose record it is about; of clients the customer counts and whether it is shared. */
export interface Person {
  role: string;
  client: boolean;
  userId: string;
  departmentId: string | null;
  customerId: string | null;
}

/** What stands for "somebody else's". */
export interface Elsewhere { ownerId: string; departmentId: string; customerId: string; archivedDepartmentId: string }

/** For clients: own = their customer's and shared, assigned = their customer's but not shared, other = another customer's. */
export function placeFor(relation: Relation, person: Person, elsewhere: Elsewhere): Place {
  const base: Place = { ...elsewhere, shared: true, assigneeId: null };
  if (person.client) {
    const theirs = relation === 'own' || relation === 'assigned';
    return { ...base, customerId: theirs && person.customerId ? person.customerId : elsewhere.customerId, shared: relation !== 'assigned' };
  }
  switch (relation) {
    case 'own':
      return { ...base, ownerId: person.userId, departmentId: person.departmentId ?? elsewhere.departmentId };
    case 'abroad':
      return { ...base, ownerId: person.userId };
    case 'assigned':
      return { ...base, assigneeId: person.userId };
    case 'department':
      return { ...base, departmentId: person.departmentId ?? elsewhere.departmentId };
    default:
      return base;
  }
}

/** Columns that say a record is not used any more, with what a record in use has there and what an archived one has. */
export const ARCHIVING = { archived_at: ['NULL', 'now()'], archived: ['false', 'true'], active: ['true', 'false'] } as const;
export type ArchivingColumn = keyof typeof ARCHIVING;
/** By subject, for those whose records can be archived. */
export type Archivable = ReadonlyMap<string, ArchivingColumn>;

/** What the probes of following subjects hang on (`Follows`): how that stands to a person is how they stand to them. */
const HANGS_ON: Readonly<Record<string, string>> = { file: 'project', message: 'channel', channel: 'project' };

/** A subject with all that its probe hangs on, outermost last. */
export const chainOf = (name: string): string[] => [name, ...(HANGS_ON[name] ? chainOf(HANGS_ON[name]) : [])];

/** Which relations say something about a subject: the others would repeat "other". */
export function relationsOf(subject: SubjectDefinition, client: boolean, archivable: Archivable): Relation[] {
  const { columns: { ownerId, departmentId, customerId, sharedWithClient }, assignees, name } = subjectByName(chainOf(subject.name).at(-1)!);
  const told: Record<Relation, boolean> = {
    own: subject.personal ? true : client ? customerId !== undefined : ownerId !== undefined,
    abroad: !client && ownerId !== undefined && ownerId !== 'id' && departmentId !== undefined,
    assigned: client ? customerId !== undefined && sharedWithClient !== undefined : assignees !== undefined,
    department: !client && departmentId !== undefined,
    other: true,
    archived: archivable.has(name),
    foreign: true,
    missing: true,
  };
  return RELATIONS.filter((relation) => told[relation]);
}
