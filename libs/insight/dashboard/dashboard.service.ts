import { Injectable } from '@nestjs/common';
import { abilitySql } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { DASHBOARD_SECTIONS } from './dashboard.sections.js';

/** Sums over what a person may see; figures equal a recount of the records (REP-01, REP-04). */
@Injectable()
export class DashboardService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Every section by name in one statement; null where the person may see nothing of its subject. */
  async of(actor: Actor): Promise<Record<string, unknown>> {
    const parameters: unknown[] = [actor.organizationId, actor.userId];
    const parts = DASHBOARD_SECTIONS.map(({ name, subject, sql }) => {
      if (!actor.ability.can('read', subject.name)) return `'${name}', NULL`;
      return `'${name}', ${sql(abilitySql(actor.ability, 'read', subject, 'r', { add: (value) => `$${parameters.push(value)}` }))}`;
    });
    return this.unitOfWork.run(actor, async (work) => {
      // Both must have a type even when no section uses them, for somebody who may see nothing of this.
      const [row] = await work.query<{ figures: Record<string, unknown> }>(
        `SELECT json_build_object('asOf', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${parts.join(', ')}) AS figures WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`,
        parameters,
      );
      return row?.figures ?? {};
    });
  }
}
