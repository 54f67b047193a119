import { Injectable } from '@nestjs/common';
import { permissionCatalogue } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import type { ViewerObject } from './api/viewer.object.js';

/** Who is signed in, what for, and what they may do: everything a screen needs before it draws anything. */
@Injectable()
export class ViewerService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError UNAUTHENTICATED for strangers and ended sessions */
  async viewer(actor: Actor): Promise<ViewerObject> {
    if (!actor.userId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    // The transaction also brings the actor's rights up to date.
    const facts = await this.unitOfWork.run(actor, (work) => work.query<Omit<ViewerObject, 'permissions' | 'viewing'>>(VIEWER, [actor.organizationId, actor.userId]));
    if (!facts[0]) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    const permissions = permissionCatalogue().filter(({ action, subject }) => actor.ability.can(action, subject)).map(({ name }) => name);
    return { ...facts[0], permissions, viewing: actor.viewing ? { ...actor.viewing, tier: actor.tier, customerId: actor.customerIds[0] ?? null } : null };
  }
}

/** One's own facts need no permission, so this does not go through the read engine. */
const VIEWER = `
  SELECT u.id, u.name, u.email, u.title, u.tier, u.customer_id AS "customerId",
    jsonb_build_object('id', o.id, 'version', o.version, 'name', o.name, 'slug', o.slug, 'currency', o.currency, 'timeZone', o.time_zone, 'hiddenFields', '[]'::jsonb) AS organization,
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name)), '[]')
     FROM user_role ur JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id AND u.tier = ANY (r.tiers)
     WHERE ur.organization_id = u.organization_id AND ur.user_id = u.id) AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'kind', d.kind) ORDER BY d.name), '[]')
     FROM user_department ud JOIN department d ON d.organization_id = ud.organization_id AND d.id = ud.department_id
     WHERE ud.organization_id = u.organization_id AND ud.user_id = u.id) AS departments
  FROM user_account u JOIN organization o ON o.id = u.organization_id
  WHERE u.organization_id = $1 AND u.id = $2`;
