import { Injectable } from '@nestjs/common';
import { type AccessColumns, type ColumnValues, lockRow, selectList, updateVersioned, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { RequirementStatus } from './requirements.js';
import type { TicketStatus } from './ticket.workflow.js';

/** A ticket as the rules need it. */
export interface TicketRow {
  id: string;
  version: number;
  number: string;
  kind: string;
  title: string;
  description: string | null;
  priority: string;
  tags: string[];
  status: TicketStatus;
  customerId: string;
  dealId: string | null;
  categoryId: string;
  validatedAt: Date | null;
  scope: string | null;
  ownerId: string | null;
  departmentId: string | null;
}

export interface RequirementRow {
  id: string;
  version: number;
  ticketId: string;
  title: string;
  required: boolean;
  status: RequirementStatus;
  value: string | null;
}

export interface CategoryRow {
  id: string;
  key: string;
  name: string;
  departmentId: string | null;
}

const TICKET = {
  table: 'ticket',
  label: 'ticket',
  fields: ['id', 'version', 'number', 'kind', 'title', 'description', 'priority', 'tags', 'status', 'customerId', 'dealId', 'categoryId', 'validatedAt', 'scope', 'ownerId', 'departmentId'],
};
const REQUIREMENT = { table: 'ticket_requirement', label: 'requirement', fields: ['id', 'version', 'ticketId', 'title', 'required', 'status', 'value'] };

/** The access columns of a ticket, for permission checks and events. */
export function ticketAccess(ticket: Pick<TicketRow, 'departmentId' | 'ownerId' | 'customerId' | 'status'>): AccessColumns {
  return { departmentId: ticket.departmentId, ownerId: ticket.ownerId, customerId: ticket.customerId, state: ticket.status };
}

/** All SQL that writes tickets and their requirements. */
@Injectable()
export class TicketRepository {
  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string): Promise<TicketRow> {
    return lockRow<TicketRow>(work, TICKET, id);
  }

  async update(work: Work, id: string, version: number, values: ColumnValues): Promise<void> {
    await updateVersioned(work, 'ticket', 'ticket', id, version, values);
  }

  async requirements(work: Work, ticketId: string): Promise<RequirementRow[]> {
    return work.query<RequirementRow>(
      `SELECT ${selectList(REQUIREMENT.fields)} FROM ticket_requirement WHERE organization_id = $1 AND ticket_id = $2 ORDER BY position`,
      [work.actor.organizationId, ticketId],
    );
  }

  /** @throws AppError NOT_FOUND */
  requirement(work: Work, id: string): Promise<RequirementRow> {
    return lockRow<RequirementRow>(work, REQUIREMENT, id);
  }

  async updateRequirement(work: Work, id: string, version: number, values: ColumnValues): Promise<void> {
    await updateVersioned(work, 'ticket_requirement', 'requirement', id, version, values);
  }

  /** Copies the category's checklist onto a new ticket. */
  async copyChecklist(work: Work, ticketId: string, categoryId: string): Promise<void> {
    const templates = await work.query<{ position: number; title: string; kind: string; required: boolean }>(
      'SELECT position, title, kind, required FROM requirement_template WHERE organization_id = $1 AND category_id = $2 ORDER BY position',
      [work.actor.organizationId, categoryId],
    );
    await work.query(
      `INSERT INTO ticket_requirement (id, organization_id, ticket_id, position, title, kind, required)
       SELECT r.id, $1, $2, r.position, r.title, r.kind, r.required
       FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, position integer, title text, kind text, required boolean)`,
      [work.actor.organizationId, ticketId, JSON.stringify(templates.map((template) => ({ ...template, id: newId() })))],
    );
  }

  /** @throws AppError NOT_FOUND at `categoryKey` */
  async category(work: Work, where: { id: string } | { key: string }): Promise<CategoryRow> {
    const [category] = await work.query<CategoryRow>(
      `SELECT id, key, name, department_id AS "departmentId" FROM service_category
       WHERE organization_id = $1 AND (id = $2::uuid OR key = $3)`,
      [work.actor.organizationId, 'id' in where ? where.id : null, 'key' in where ? where.key : null],
    );
    if (!category) throw notFound('service category', 'categoryKey');
    return category;
  }

  /** Whether an onboarding ticket was ever opened for a deal, whatever became of it. */
  async hasOnboarding(work: Work, dealId: string): Promise<boolean> {
    const rows = await work.query(
      `SELECT 1 FROM ticket WHERE organization_id = $1 AND deal_id = $2 AND kind = 'ONBOARDING' LIMIT 1`,
      [work.actor.organizationId, dealId],
    );
    return rows.length === 1;
  }

  /** Key of the first service, as deals name them, that is a category by key or name; null when none is. */
  async firstCategory(work: Work, services: readonly string[]): Promise<string | null> {
    const [row] = await work.query<{ key: string }>(
      `SELECT c.key FROM unnest($2::text[]) WITH ORDINALITY AS asked (service, place)
       JOIN service_category c ON c.organization_id = $1 AND lower(asked.service) IN (lower(c.key), lower(c.name)) ORDER BY asked.place LIMIT 1`,
      [work.actor.organizationId, services],
    );
    return row?.key ?? null;
  }

  /** The support department that receives new tickets; null when the organization has none. */
  async supportDepartment(work: Work): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      `SELECT id FROM department WHERE organization_id = $1 AND kind = 'SUPPORT' ORDER BY parent_id NULLS FIRST, id LIMIT 1`,
      [work.actor.organizationId],
    );
    return row?.id ?? null;
  }

  /** Whether a person may be given work: active staff of this organization. */
  async isActiveStaff(work: Work, userId: string): Promise<boolean> {
    const rows = await work.query(
      `SELECT 1 FROM user_account WHERE organization_id = $1 AND id = $2 AND status = 'ACTIVE' AND tier IN ('EMPLOYEE', 'ADMIN')`,
      [work.actor.organizationId, userId],
    );
    return rows.length === 1;
  }
}
