import { Injectable } from '@nestjs/common';
import { availableMinutesSql } from '@throughline/identity/directory';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { departmentPerformancePermissions, departmentPerformanceSubject } from './department-performance.policy.js';

/** A department and the time that is asked about; both days are included, in the organization's time zone. */
export interface PerformanceQuestion {
  departmentId: string;
  from: string;
  to: string;
}

/** How a department with those below it did, and what lies before it (ORG-05). */
export interface DepartmentPerformance extends PerformanceQuestion {
  people: number;
  tasksCompleted: number;
  projectsDelivered: number;
  /** Of what was completed or delivered and had a due date; null when nothing was. */
  onTimeShare: number | null;
  openMinutes: number;
  capacityMinutes: number;
  /** Open estimates by capacity; null without capacity. */
  load: number | null;
  /** null until clients' answers are collected. */
  satisfaction: number | null;
}

interface Counts {
  people: number;
  tasksCompleted: number;
  projectsDelivered: number;
  due: number;
  onTime: number;
  openMinutes: number;
  capacityMinutes: number;
}

/** Tasks without sub-tasks: of the others the parts count. */
const LEAF = `t.children_todo + t.children_in_progress + t.children_review + t.children_completed + t.children_blocked + t.children_cancelled = 0`;

const FIGURES = `
  WITH RECURSIVE tree AS (
    SELECT $2::uuid AS id
    UNION SELECT d.id FROM department d JOIN tree ON d.parent_id = tree.id WHERE d.organization_id = $1),
  zone AS (SELECT time_zone FROM organization WHERE id = $1),
  period AS (SELECT $3::timestamp AT TIME ZONE time_zone AS since, ($4::date + 1)::timestamp AT TIME ZONE time_zone AS until, time_zone FROM zone),
  done AS (
    SELECT 'TASK' AS kind, t.due_on, (t.completed_at AT TIME ZONE p.time_zone)::date AS day FROM period p, task t
    WHERE t.organization_id = $1 AND t.department_id IN (SELECT id FROM tree) AND t.status = 'COMPLETED' AND t.completed_at >= p.since AND t.completed_at < p.until AND ${LEAF}
    UNION ALL
    SELECT 'PROJECT', j.due_on, (j.delivered_at AT TIME ZONE p.time_zone)::date FROM period p, project j
    WHERE j.organization_id = $1 AND j.department_id IN (SELECT id FROM tree) AND j.delivered_at >= p.since AND j.delivered_at < p.until),
  staff AS (
    SELECT s.* FROM staff_profile s JOIN user_account u ON u.organization_id = $1 AND u.id = s.id AND u.status = 'ACTIVE'
    WHERE s.organization_id = $1 AND s.id IN (SELECT ud.user_id FROM user_department ud WHERE ud.organization_id = $1 AND ud.department_id IN (SELECT id FROM tree)))
  SELECT (SELECT count(*)::int FROM staff) AS people,
    (SELECT count(*)::int FROM done WHERE kind = 'TASK') AS "tasksCompleted", (SELECT count(*)::int FROM done WHERE kind = 'PROJECT') AS "projectsDelivered",
    (SELECT count(due_on)::int FROM done) AS due, (SELECT count(*)::int FROM done WHERE day <= due_on) AS "onTime",
    (SELECT coalesce(sum(t.estimate_minutes), 0)::int FROM task t WHERE t.organization_id = $1 AND t.department_id IN (SELECT id FROM tree)
       AND t.status NOT IN ('COMPLETED', 'CANCELLED') AND (t.due_on IS NULL OR t.due_on <= $4::date) AND ${LEAF}) AS "openMinutes",
    (SELECT coalesce(sum(${availableMinutesSql('s', '$3::date', '$4::date')}), 0)::int FROM staff s) AS "capacityMinutes"`;

/** Figures of departments, for whoever answers for them; two statements, however large the department. */
@Injectable()
export class DepartmentPerformanceService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError NOT_FOUND, VALIDATION_FAILED (days) */
  of(actor: Actor, { departmentId, from, to }: PerformanceQuestion): Promise<DepartmentPerformance> {
    if (to < from) throw refuse('VALIDATION_FAILED', 'The last day comes before the first.', 'to');
    if (Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw refuse('VALIDATION_FAILED', 'Ask for at most a year.', 'to');
    return this.unitOfWork.run(actor, async (work) => {
      const [department] = await work.query('SELECT 1 FROM department WHERE organization_id = $1 AND id = $2', [actor.organizationId, departmentId]);
      if (!department) throw notFound('department', 'departmentId');
      authorize(actor, departmentPerformancePermissions.read, departmentPerformanceSubject, { departmentId }, 'departmentId');
      const [counts] = await work.query<Counts>(FIGURES, [actor.organizationId, departmentId, from, to]);
      if (!counts) throw notFound('department', 'departmentId');
      const { due, onTime, ...figures } = counts;
      const { openMinutes, capacityMinutes } = figures;
      return { departmentId, from, to, ...figures, onTimeShare: due > 0 ? onTime / due : null, load: capacityMinutes > 0 ? openMinutes / capacityMinutes : null, satisfaction: null };
    });
  }
}
