import { Injectable } from '@nestjs/common';
import { UserService } from '@throughline/identity/users';
import { recordExport, recordSecurityEvent } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, csvCell, isId, newId, normalizeText, refuse } from '@throughline/platform/kernel';

export const ReviewDecision = { CONFIRMED: 'CONFIRMED', REVOKED: 'REVOKED' } as const;
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

/** Somebody's role, as a reviewer looks at it. */
export interface ReviewedAccess {
  id: string;
  userId: string;
  userName: string;
  userEmail: string;
  userTier: string;
  userStatus: string;
  lastSignInAt: Date | null;
  /** Did not sign in for `DORMANT_DAYS`. */
  dormant: boolean;
  roleId: string;
  roleName: string;
  departmentName: string | null;
  since: Date | null;
  decision: ReviewDecision | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  /** Nobody has confirmed it for `REVIEW_DAYS`. */
  due: boolean;
}

export interface ReviewQuestion { first: number; after: string | null; dormantOnly: boolean; dueOnly: boolean }
export interface ReviewPage { nodes: ReviewedAccess[]; olderThan: string | null; totalCount: number; dueCount: number; dormantCount: number }

/** Somebody who did not sign in for so long has access that nobody uses. */
export const DORMANT_DAYS = 60;
/** How often a role has to be looked at. */
export const REVIEW_DAYS = 90;
const MOST = 200;

/** The moment of an assignment is in its id (UUIDv7). */
const REVIEWED = `
  SELECT ur.id, u.id AS "userId", u.name AS "userName", u.email AS "userEmail", u.tier AS "userTier", u.status AS "userStatus", u.last_sign_in_at AS "lastSignInAt",
    coalesce(u.last_sign_in_at, u.created_at) < now() - interval '${DORMANT_DAYS} days' AS dormant,
    r.id AS "roleId", r.name AS "roleName", d.name AS "departmentName", uuid_extract_timestamp(ur.id) AS since,
    last.decision, last.created_at AS "decidedAt", by.name AS "decidedByName",
    coalesce(last.created_at, uuid_extract_timestamp(ur.id), u.created_at) < now() - interval '${REVIEW_DAYS} days' AS due
  FROM user_role ur
  JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
  JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id
  LEFT JOIN department d ON d.organization_id = ur.organization_id AND d.id = ur.department_id
  LEFT JOIN LATERAL (SELECT a.decision, a.created_at, a.decided_by FROM access_review_decision a
    WHERE a.organization_id = ur.organization_id AND a.user_role_id = ur.id ORDER BY a.created_at DESC LIMIT 1) last ON true
  LEFT JOIN user_account by ON by.organization_id = ur.organization_id AND by.id = last.decided_by
  WHERE ur.organization_id = $1`;

/** Who holds which role, and whether they still should (AUD-04). */
@Injectable()
export class AccessReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserService,
  ) {}

  /** @throws AppError VALIDATION_FAILED */
  list(actor: Actor, { first, after, dormantOnly, dueOnly }: ReviewQuestion): Promise<ReviewPage> {
    if (first < 1 || first > MOST) throw refuse('VALIDATION_FAILED', `Ask for 1 to ${MOST} entries.`, 'first');
    if (after !== null && !isId(after)) throw refuse('VALIDATION_FAILED', 'This is no id of an entry.', 'after');
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await work.query<ReviewedAccess & { totalCount: number; dueCount: number; dormantCount: number }>(
        `WITH every AS (${REVIEWED})
         SELECT e.*, counts.* FROM (SELECT count(*)::integer AS "totalCount", count(*) FILTER (WHERE due)::integer AS "dueCount", count(*) FILTER (WHERE dormant)::integer AS "dormantCount" FROM every) counts
         LEFT JOIN LATERAL (SELECT * FROM every WHERE ($3::uuid IS NULL OR id > $3) AND (NOT $4 OR dormant) AND (NOT $5 OR due) ORDER BY id LIMIT $2) e ON true ORDER BY e.id`,
        [actor.organizationId, first + 1, after, dormantOnly, dueOnly],
      );
      const found = rows.filter(({ id }) => id !== null);
      const nodes = found.slice(0, first);
      return { nodes, olderThan: found.length > first ? (nodes.at(-1)?.id ?? null) : null, totalCount: rows[0]?.totalCount ?? 0, dueCount: rows[0]?.dueCount ?? 0, dormantCount: rows[0]?.dormantCount ?? 0 };
    });
  }

  /**
   * Confirms that somebody still needs a role, or takes it away, by the rules of giving and taking roles.
   *
   * @throws AppError NOT_FOUND, and what taking a role away refuses
   */
  decide(actor: Actor, { id, decision, note }: { id: string; decision: ReviewDecision; note?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const [held] = await work.query<{ userId: string; roleId: string; version: number }>(
        `SELECT ur.user_id AS "userId", ur.role_id AS "roleId", u.version FROM user_role ur JOIN user_account u ON u.organization_id = ur.organization_id AND u.id = ur.user_id
         WHERE ur.organization_id = $1 AND ur.id = $2 FOR NO KEY UPDATE OF u`, [actor.organizationId, id]);
      if (!held) throw refuse('NOT_FOUND', 'Nobody holds this role any more.', 'id');
      if (decision === 'REVOKED') await this.users.setRoles(actor, held.userId, held.version, await otherRoles(work, held.userId, id));
      await work.execute(
        'INSERT INTO access_review_decision (id, organization_id, user_role_id, user_id, role_id, decision, note, decided_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [newId(), actor.organizationId, id, held.userId, held.roleId, decision, normalizeText(note ?? null), actor.userId]);
      recordSecurityEvent(work, 'access.reviewed', { decision, role: held.roleId, note: note ?? undefined }, { subjectId: held.userId });
      return id;
    });
  }

  /** The whole review as CSV; an event tells that it was taken. */
  report(actor: Actor): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await work.query<ReviewedAccess>(`${REVIEWED} ORDER BY u.name, r.name, ur.id`, [actor.organizationId]);
      recordExport(work, { what: 'accessReview', format: 'CSV', rows: rows.length });
      const header = ['Person', 'E-mail', 'Tier', 'Status', 'Role', 'Department', 'Held since', 'Last sign-in', 'Dormant', 'Last decision', 'Decided on', 'Decided by', 'Review due'];
      const lines = rows.map((row) => [
        row.userName, row.userEmail, row.userTier, row.userStatus, row.roleName, row.departmentName, day(row.since), day(row.lastSignInAt), yes(row.dormant), row.decision, day(row.decidedAt), row.decidedByName, yes(row.due),
      ]);
      return `\ufeff${[header, ...lines].map((cells) => cells.map((cell) => csvCell(cell ?? '')).join(',')).join('\r\n')}\r\n`;
    });
  }
}

function otherRoles(work: Work, userId: string, without: string): Promise<{ roleId: string; departmentId: string | null }[]> {
  return work.query('SELECT role_id AS "roleId", department_id AS "departmentId" FROM user_role WHERE organization_id = $1 AND user_id = $2 AND id <> $3', [work.actor.organizationId, userId, without]);
}

const day = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;
const yes = (value: boolean): string => (value ? 'yes' : 'no');
