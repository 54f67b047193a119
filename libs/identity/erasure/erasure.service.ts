import { Injectable } from '@nestjs/common';
import { auditPermissions, auditSubject, visibleRecord } from '@throughline/identity/audit';
import { requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, refuse } from '@throughline/platform/kernel';
import { erasePerson, type Person } from './erase-person.js';

/** Takes people out of the history on request (AUD-01, domain.md "One event log"). */
@Injectable()
export class ErasureService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Only the history: the record itself is edited, or its person deactivated, as ever. Of people with an account only of those who
   * have left, and never of oneself: nobody covers their own tracks.
   *
   * @returns how many events were touched
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (also REAUTHENTICATE)
   */
  async erase(actor: Actor, person: Person, typedReason: string): Promise<number> {
    const reason = normalizeLine(typedReason);
    if (!reason) throw refuse('VALIDATION_FAILED', 'Say why: it stays in the log. Name nobody in it.', 'reason');
    return this.unitOfWork.run(actor, async (work) => {
      await visibleRecord(work, actor, person.subject, person.id);
      authorize(actor, auditPermissions.erase, auditSubject, {});
      await requireRecentProof(work);
      if (person.subject === 'user') await this.mustHaveLeft(work, person.id);
      const { told, events } = await erasePerson(work, actor.organizationId, person, reason);
      for (const event of told) work.record(event);
      return events;
    });
  }

  private async mustHaveLeft(work: Work, id: string): Promise<void> {
    if (id === work.actor.userId) throw refuse('PRECONDITION_FAILED', 'Somebody else has to do this: nobody takes themselves out of the history.', 'id');
    const [user] = await work.query<{ status: string }>('SELECT status FROM user_account WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [work.actor.organizationId, id]);
    if (user?.status !== 'INACTIVE') throw refuse('PRECONDITION_FAILED', 'This person can still sign in. Deactivate them first.', 'id');
  }
}
