import type { SubjectDefinition } from '@throughline/platform/access';
import { type AccessColumns, columnName, selectList, type Work } from '@throughline/platform/database';

/** Who holds records: a person (owner, assignee, reviewer ...) or a department. */
export type Holder = 'USER' | 'DEPARTMENT';

/** Open records of one kind that somebody holds and that must not be left lying when they go. */
export interface HeldRecords {
  /** Name in the API: `DEALS`. */
  readonly kind: string;
  /** What people read: `open deals`. */
  readonly label: string;
  readonly holders: readonly Holder[];
  count(work: Work, holder: Holder, id: string): Promise<number>;
  /** Gives them to another holder, with an event each. @returns how many */
  reassign(work: Work, holder: Holder, from: string, to: string): Promise<number>;
  /** Gives everything of a team, closed records too, to another team or to none; absent when teams do not hold them. */
  leaveTeam?(work: Work, from: string, to: string | null): Promise<void>;
}

const registry = new Map<string, HeldRecords>();

/**
 * Declares what a feature's people and departments hold, beside the feature's policy: imports run one way, so that
 * leaving (IAM-10) and archiving departments (ORG-02) know of features only through this list.
 *
 * @throws Error when the kind is declared twice
 */
export function defineHeldRecords(records: HeldRecords): void {
  if (registry.has(records.kind)) throw new Error(`Held records ${records.kind} are declared twice.`);
  registry.set(records.kind, Object.freeze(records));
}

/** Everything that such a holder can have, by kind. */
export const heldRecordsOf = (holder: Holder): HeldRecords[] => [...registry.values()].filter(({ holders }) => holders.includes(holder));

/** Everything that teams can have. */
export const teamRecords = (): HeldRecords[] => [...registry.values()].filter(({ leaveTeam }) => leaveTeam);

/** Records of one table whose access columns say who holds them. */
export interface SubjectRecords {
  kind: string;
  label: string;
  subject: SubjectDefinition;
  /** SQL over the alias `r` for those that somebody has to take over. */
  open: string;
  /** Brings along what lies below the changed records: a project's tasks. */
  follow?: (work: Work, ids: string[]) => Promise<void>;
}

/** The usual case of `HeldRecords`: held by the subject's owner and department column. Names and SQL come from the code. */
export function heldBySubject({ kind, label, subject, open, follow }: SubjectRecords): HeldRecords {
  const { table, columns } = subject;
  const column = (holder: Holder): string => (holder === 'USER' ? columns.ownerId : columns.departmentId) ?? '';
  const mine = (holder: Holder): string => `r.organization_id = $1 AND r.${column(holder)} = $2 AND (${open})`;
  const access = (['ownerId', 'departmentId', 'teamId', 'customerId', 'sharedWithClient', 'state', 'amountMinor', 'currency'] as const).filter((name) => columns[name]);
  const returned = access.map((name) => `r.${columns[name]!}${name === 'amountMinor' ? '::text' : ''} AS "${name}"`).join(', ');
  return {
    kind, label, holders: (['USER', 'DEPARTMENT'] as const).filter(column),
    async count(work, holder, id) {
      const [row] = await work.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} r WHERE ${mine(holder)}`, [work.actor.organizationId, id]);
      return row?.count ?? 0;
    },
    async reassign(work, holder, from, to) {
      const rows = await work.query<AccessColumns & { id: string }>(
        `UPDATE ${table} r SET ${column(holder)} = $3, version = r.version + 1, updated_at = now()
         FROM (SELECT r.id FROM ${table} r WHERE ${mine(holder)} ORDER BY r.id FOR NO KEY UPDATE) held
         WHERE r.organization_id = $1 AND r.id = held.id RETURNING r.id, ${returned}`,
        [work.actor.organizationId, from, to],
      );
      const field = holder === 'USER' ? 'ownerId' : 'departmentId';
      for (const { id, ...after } of rows) {
        work.record({
          kind: `${subject.name}.transferred`, subject: subject.name, subjectId: id,
          access: { before: { ...after, [field]: from }, after }, changes: { [field]: { before: from, after: to } },
        });
      }
      if (rows.length > 0) await follow?.(work, rows.map(({ id }) => id));
      return rows.length;
    },
    ...(columns.teamId ? { leaveTeam: leaveTeam(subject, columns.teamId, returned, follow) } : {}),
  };
}

/** With an event for each record; what lies below them moves with it. */
function leaveTeam({ name, table }: SubjectDefinition, column: string, returned: string, follow: SubjectRecords['follow']): NonNullable<HeldRecords['leaveTeam']> {
  return async (work, from, to) => {
    const rows = await work.query<AccessColumns & { id: string }>(
      `UPDATE ${table} r SET ${column} = $3 WHERE r.organization_id = $1 AND r.${column} = $2 RETURNING r.id, ${returned}`, [work.actor.organizationId, from, to],
    );
    for (const { id, ...after } of rows) {
      work.record({ kind: `${name}.transferred`, subject: name, subjectId: id, access: { before: { ...after, teamId: from }, after }, changes: { teamId: { before: from, after: to } } });
    }
    if (rows.length > 0) await follow?.(work, rows.map(({ id }) => id));
  };
}

/** A column of this organization's own structure that names a person: who manages a department, who leads a team. */
export function heldByPerson(options: { kind: string; label: string; subject: string; table: string; field: string; where: string; access: readonly string[] }): HeldRecords {
  const { kind, label, subject, table, field, where, access } = options;
  const column = columnName(field);
  return {
    kind, label, holders: ['USER'],
    async count(work, _, id) {
      const [row] = await work.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE organization_id = $1 AND ${column} = $2 AND ${where}`, [work.actor.organizationId, id]);
      return row?.count ?? 0;
    },
    async reassign(work, _, from, to) {
      const rows = await work.query<Record<string, string | null> & { id: string }>(
        `UPDATE ${table} SET ${column} = $3, version = version + 1, updated_at = now()
         WHERE organization_id = $1 AND ${column} = $2 AND ${where} RETURNING ${selectList(['id', ...access])}`,
        [work.actor.organizationId, from, to],
      );
      for (const row of rows) {
        const columns = (holder: string): AccessColumns => (subject === 'department' ? { departmentId: row.id } : { departmentId: row['departmentId'] ?? null, teamId: row.id, ownerId: holder });
        work.record({ kind: `${subject}.transferred`, subject, subjectId: row.id, access: { before: columns(from), after: columns(to) }, changes: { [field]: { before: from, after: to } } });
      }
      return rows.length;
    },
  };
}
