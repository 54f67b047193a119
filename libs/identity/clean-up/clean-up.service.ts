import { Inject, Injectable } from '@nestjs/common';
import { erasePerson } from '@throughline/identity/erasure';
import { recordShownAccountEvent } from '@throughline/identity/links';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { DataSource } from 'typeorm';

/** Rows of one kind in one transaction. */
const AT_ONCE = 5_000;

interface Unconfirmed {
  kind: 'ORGANIZATION' | 'REGISTRATION' | 'INVITATION';
  organization_id: string;
  user_id: string | null;
}

/** What a clean-up came to: rows by table, and people and organizations that were never confirmed. */
export interface CleanedUp {
  rows: Record<string, number>;
  organizations: number;
  registrations: number;
  invitations: number;
}

/**
 * Removes what is left over of ways in once it is of no use. The bounds stand in the database's functions (`1763300030000-clean-up`),
 * because nobody's role may delete across organizations; docs/operator.md lists them.
 */
@Injectable()
export class CleanUpService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** It may be cut short at any moment: what is left goes next time. One that cannot be removed does not keep the others. */
  async run(): Promise<CleanedUp> {
    const done: CleanedUp = { rows: await this.removeRows(), organizations: 0, registrations: 0, invitations: 0 };
    for (const left of await this.dataSource.query<Unconfirmed[]>('SELECT kind, organization_id, user_id FROM app.unconfirmed()')) {
      const removed = await this.remove(left).catch((error: unknown) => {
        this.logger.warn({ err: error, kind: left.kind, organization: left.organization_id }, 'clean-up: could not be removed');
        return null;
      });
      if (removed) done[`${removed.toLowerCase()}s` as 'organizations' | 'registrations' | 'invitations'] += 1;
    }
    return done;
  }

  private async removeRows(): Promise<Record<string, number>> {
    const all: Record<string, number> = {};
    for (let most = AT_ONCE; most >= AT_ONCE;) {
      const removed = (await this.unitOfWork.lookUp<{ removed: Record<string, number> }>('SELECT app.clean_up_ways_in($1) AS removed', [AT_ONCE]))?.removed ?? {};
      for (const [table, rows] of Object.entries(removed)) all[table] = (all[table] ?? 0) + rows;
      most = Math.max(0, ...Object.values(removed));
    }
    return all;
  }

  /** @returns what became of it; null when it was confirmed meanwhile */
  private remove({ kind, organization_id: organizationId, user_id: userId }: Unconfirmed): Promise<Unconfirmed['kind'] | null> {
    return this.unitOfWork.run(systemActor(organizationId, 'schedule identity.cleanUp'), async (work) => {
      if (kind === 'ORGANIZATION') return this.removeOrganization(work);
      if (!userId) return null;
      if (kind === 'REGISTRATION' && (await this.removeRegistration(work, userId))) return 'REGISTRATION';
      // Made by a colleague, or somebody has given them something since: the account stays, nobody gets in by it unasked.
      const changed = await work.execute(
        "UPDATE user_account SET status = 'INACTIVE', version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2 AND status = 'INVITED'", [organizationId, userId]);
      if (changed === 0) return null;
      await recordShownAccountEvent(work, 'user.invitationExpired', userId);
      return 'INVITATION';
    });
  }

  private async removeOrganization(work: Work): Promise<'ORGANIZATION' | null> {
    const { organizationId } = work.actor;
    for (const { id } of await work.query<{ id: string }>('SELECT id FROM user_account WHERE organization_id = $1', [organizationId])) await this.forget(work, id);
    const [row] = await work.query<{ removed: boolean }>('SELECT app.remove_unconfirmed_organization() AS removed');
    // Rolls back what was erased.
    if (!row?.removed) throw new Error('The organization was confirmed meanwhile.');
    work.record({ kind: 'organization.neverConfirmed', subject: 'organization', subjectId: organizationId, access: { before: {}, after: null } });
    return 'ORGANIZATION';
  }

  private async removeRegistration(work: Work, userId: string): Promise<boolean> {
    const [row] = await work.query<{ removed: boolean; values: unknown }>('SELECT app.remove_registration($1) AS removed', [userId]);
    if (!row?.removed) return false;
    await this.forget(work, userId);
    work.record({ kind: 'user.registrationRemoved', subject: 'user', subjectId: userId, access: { before: { ownerId: userId, customerId: null }, after: null } });
    return true;
  }

  private async forget(work: Work, userId: string): Promise<void> {
    const { told } = await erasePerson(work, work.actor.organizationId, { subject: 'user', id: userId }, 'Never confirmed');
    for (const event of told) work.record(event);
  }
}
