import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { availableMinutesSql, type Days } from './available-minutes.js';
import { staffProfilePermissions, staffProfileSubject } from './directory.policy.js';

/** What somebody can work in a time. */
export interface Availability {
  userId: string;
  minutes: number;
}

/** How much people can work, for planning (ORG-03). */
@Injectable()
export class AvailabilityService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError NOT_FOUND (a person), VALIDATION_FAILED (days) */
  async of(actor: Actor, userIds: readonly string[], days: Days): Promise<Availability[]> {
    if (days.to < days.from) throw refuse('VALIDATION_FAILED', 'The last day comes before the first.', 'to');
    if (Date.parse(days.to) - Date.parse(days.from) > 366 * 86_400_000) throw refuse('VALIDATION_FAILED', 'Ask for at most a year.', 'to');
    userIds.forEach((id, index) => authorize(actor, staffProfilePermissions.read, staffProfileSubject, { ownerId: id }, `userIds.${index}`));
    return this.unitOfWork.run(actor, async (work) => {
      const found = new Map((await this.minutes(work, userIds, days)).map((one) => [one.userId, one]));
      return userIds.map((id, index) => {
        const one = found.get(id);
        if (!one) throw refuse('NOT_FOUND', 'This person does not exist or does not work here.', `userIds.${index}`);
        return one;
      });
    });
  }

  /** One statement for any number of people; those who do not work here are left out. */
  minutes(work: Work, userIds: readonly string[], { from, to }: Days): Promise<Availability[]> {
    return work.query<Availability>(
      `SELECT p.id AS "userId", ${availableMinutesSql('p', '$3::date', '$4::date')} AS minutes FROM staff_profile p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`,
      [work.actor.organizationId, userIds, from, to],
    );
  }
}
