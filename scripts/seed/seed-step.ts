import type { UnitOfWork, Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';

/**
 * Runs a step of the seed once per organization: all of it in one transaction, together with the note that it is done.
 * Services called inside join the transaction. A seed that was interrupted goes on with the first step that is missing.
 *
 * @returns whether it ran now
 */
export async function seedStep(unitOfWork: UnitOfWork, actor: Actor, name: string, body: (work: Work) => Promise<void>): Promise<boolean> {
  return unitOfWork.run(actor, async (work) => {
    const [organization] = await work.query<{ done: boolean }>(
      `SELECT coalesce(settings->'seeded', '[]'::jsonb) ? $2 AS done FROM organization WHERE id = $1`, [actor.organizationId, name],
    );
    if (!organization || organization.done) return false;
    await body(work);
    await work.query(
      `UPDATE organization SET settings = jsonb_set(settings, '{seeded}', coalesce(settings->'seeded', '[]'::jsonb) || to_jsonb($2::text)) WHERE id = $1`,
      [actor.organizationId, name],
    );
    return true;
  });
}
