import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import type { ConsumedEvent } from '@throughline/platform/events';
import { after, type Audience, before } from '../rules/rule.js';

/** People an event may concern, and what they must be allowed on the record beside seeing it. */
export interface Candidates {
  ids: string[];
  /** They must hold this permission on the record; without it seeing it is enough. */
  permission?: string;
  /** Of those who hold it administrators only when nobody else does: they may everything. */
  preferStaff?: true;
}

type Finder = (work: Work, event: ConsumedEvent) => Promise<Candidates> | Candidates;

const people = (...ids: unknown[]): Candidates => ({ ids: ids.flat().filter((id): id is string => typeof id === 'string') });
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []);

/** Who made a record, where its table says so. */
const MAKER: Readonly<Record<string, string>> = { task: 'created_by', ticket: 'opened_by' };

/** How each audience is found. `rules.spec.ts` sees that there is one for each. */
const FINDERS: Readonly<Record<Audience, Finder>> = {
  ADDED_ASSIGNEES: (_, event) => {
    const had = new Set(list(before(event, 'assigneeIds') ?? event.accessBefore?.assigneeIds));
    return people(list(after(event, 'assigneeIds') ?? event.accessAfter?.assigneeIds).filter((id) => !had.has(id)));
  },
  NEW_OWNER: (_, event) => people(after(event, 'ownerId')),
  OWNER: (_, event) => people(event.accessAfter?.ownerId),
  ASSIGNEES: (_, event) => people(event.accessAfter?.assigneeIds ?? []),
  HOLDERS: (_, { accessAfter }) => people(accessAfter?.follows?.access.ownerId, accessAfter?.follows?.access.assigneeIds ?? []),
  CREATOR: async (work, { subject, subjectId }) => {
    const column = MAKER[subject];
    return column ? find(work, `SELECT ${column} AS id FROM ${subject} WHERE organization_id = $1 AND id = $2`, subjectId) : people();
  },
  REVIEWER: async (work, { subjectId }) => ({
    ...(await find(work, `SELECT coalesce(t.reviewer_id, m.lead_id, t.owner_id) AS id FROM task t
      LEFT JOIN team m ON m.organization_id = t.organization_id AND m.id = t.team_id WHERE t.organization_id = $1 AND t.id = $2`, subjectId)),
    permission: 'task.review',
  }),
  APPROVERS: (work) => holders(work, 'project.approve'),
  REQUEST_DECIDERS: (work) => holders(work, 'taskRequest.decide'),
  TIME_OFF_DECIDERS: (work) => holders(work, 'timeOff.decide'),
  REQUESTER: (work, { subjectId }) => find(work, 'SELECT requested_by AS id FROM task_request WHERE organization_id = $1 AND id = $2', subjectId),
  SUBMITTER: (work, { subjectId }) =>
    find(work, `SELECT e.actor_id AS id FROM event e WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.kind = 'project.submitted' ORDER BY e.id DESC LIMIT 1`, subjectId),
  CLIENTS: (work, { accessAfter }) => (accessAfter?.customerId
    ? find(work, `SELECT id FROM user_account WHERE organization_id = $1 AND customer_id = $2 AND tier = 'CLIENT' AND status = 'ACTIVE'`, accessAfter.customerId) : people()),
  ACCOUNT: (_, { subjectId }) => people(subjectId),
  ADMINISTRATORS: (work) => find(work, `SELECT id FROM user_account WHERE organization_id = $1 AND tier = 'ADMIN' AND status = 'ACTIVE'`),
  EVERYBODY: (work, event) => find(work,
    `SELECT id FROM user_account WHERE organization_id = $1 AND status = 'ACTIVE' AND (tier IN ('ADMIN', 'EMPLOYEE') OR ($2::boolean AND tier = 'CLIENT'))`, after(event, 'clients') === true),
  TAKERS: (work, { subjectId }) => find(work,
    `SELECT coalesce(h.to_user_id, d.manager_id, m.user_id) AS id FROM hand_off h LEFT JOIN department d ON d.organization_id = h.organization_id AND d.id = h.to_department_id
     LEFT JOIN user_department m ON m.organization_id = h.organization_id AND m.department_id = h.to_department_id AND h.to_user_id IS NULL AND d.manager_id IS NULL
     WHERE h.organization_id = $1 AND h.id = $2`, subjectId),
  GIVER: (work, { subjectId }) => find(work, 'SELECT coalesce(from_user_id, offered_by) AS id FROM hand_off WHERE organization_id = $1 AND id = $2', subjectId),
  MENTIONED: (work, { subjectId }) => find(work,
    `SELECT (named.value->>'id')::uuid AS id FROM message m CROSS JOIN LATERAL jsonb_array_elements(m.mentions) named
     LEFT JOIN channel_reader r ON r.organization_id = m.organization_id AND r.channel_id = m.channel_id AND r.user_id = (named.value->>'id')::uuid
     WHERE m.organization_id = $1 AND m.id = $2 AND m.deleted_at IS NULL AND named.value->>'kind' = 'USER' AND coalesce(r.notify, 'ALL') <> 'NONE'
     UNION SELECT n.user_id FROM message m JOIN channel_mention n ON n.organization_id = m.organization_id AND n.channel_id = m.channel_id AND n.sequence = m.sequence
     LEFT JOIN channel_reader r ON r.organization_id = m.organization_id AND r.channel_id = m.channel_id AND r.user_id = n.user_id
     WHERE m.organization_id = $1 AND m.id = $2 AND m.deleted_at IS NULL AND coalesce(r.notify, 'ALL') <> 'NONE'`, subjectId),
  THREAD: (work, { subjectId }) => find(work,
    `SELECT DISTINCT o.author_id AS id FROM message m JOIN message o ON o.organization_id = m.organization_id AND (o.id = m.thread_id OR o.thread_id = m.thread_id)
     LEFT JOIN channel_reader r ON r.organization_id = m.organization_id AND r.channel_id = m.channel_id AND r.user_id = o.author_id
     WHERE m.organization_id = $1 AND m.id = $2 AND m.thread_id IS NOT NULL AND m.deleted_at IS NULL AND coalesce(r.notify, 'ALL') <> 'NONE'`, subjectId),
  FOLLOWERS: (work, { subjectId }) => find(work,
    `SELECT r.user_id AS id FROM message m JOIN channel_reader r ON r.organization_id = m.organization_id AND r.channel_id = m.channel_id
     WHERE m.organization_id = $1 AND m.id = $2 AND m.deleted_at IS NULL AND r.following AND r.notify = 'ALL'`, subjectId),
  CLIENT_FOLLOWERS: (work, { subjectId }) => find(work,
    `SELECT r.user_id AS id FROM message m JOIN channel_reader r ON r.organization_id = m.organization_id AND r.channel_id = m.channel_id
     JOIN user_account u ON u.organization_id = r.organization_id AND u.id = r.user_id AND u.tier = 'CLIENT'
     WHERE m.organization_id = $1 AND m.id = $2 AND m.deleted_at IS NULL AND r.following AND r.notify = 'ALL'`, subjectId),
};

/** Finds the people behind an audience; who of them may see the record is judged afterwards. */
@Injectable()
export class Recipients {
  of(work: Work, event: ConsumedEvent, audience: Audience): Promise<Candidates> | Candidates {
    return FINDERS[audience](work, event);
  }
}

export const audiencesFound = (): string[] => Object.keys(FINDERS);

async function find(work: Work, sql: string, ...parameters: unknown[]): Promise<Candidates> {
  const rows = await work.query<{ id: string | null }>(sql, [work.actor.organizationId, ...parameters]);
  return people(rows.map(({ id }) => id));
}

/** Whoever a role or an exception gives a permission at all; where it reaches is judged afterwards. */
async function holders(work: Work, permission: string): Promise<Candidates> {
  const found = await find(work,
    `WITH RECURSIVE granting AS (
       SELECT g.role_id FROM role_grant g WHERE g.organization_id = $1 AND g.permission = $2 AND g.effect = 'ALLOW'
       UNION SELECT r.id FROM role r JOIN granting g ON r.parent_id = g.role_id WHERE r.organization_id = $1)
     SELECT DISTINCT u.id FROM user_account u WHERE u.organization_id = $1 AND u.status = 'ACTIVE' AND u.tier IN ('ADMIN', 'EMPLOYEE') AND (
       EXISTS (SELECT 1 FROM user_role ur JOIN granting g ON g.role_id = ur.role_id WHERE ur.organization_id = $1 AND ur.user_id = u.id)
       OR EXISTS (SELECT 1 FROM user_grant e WHERE e.organization_id = $1 AND e.user_id = u.id AND e.permission = $2 AND e.effect = 'ALLOW'))`, permission);
  return { ...found, permission, preferStaff: true };
}
