import { Injectable } from '@nestjs/common';
import { RequestThrottle } from '@throughline/identity/links';
import { dayOf, offsetAt } from '@throughline/identity/organizations';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import type { OutsideChannel } from '../notification.kinds.js';
import { PreferencesRepository } from '../preferences/preferences.repository.js';
import { NotificationWriter } from './notification-writer.js';

/** Maintenance that everybody should know of. */
export interface Announcement {
  title: string;
  body?: string | null | undefined;
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
  /** Whether clients are told too. */
  clients: boolean;
}

const NOWHERE: Readonly<Record<OutsideChannel, string>> = {
  EMAIL: 'You have no address.', PUSH: 'None of your browsers is registered for pushes yet.', SMS: 'Give your phone number first; the organization must be connected to a sender too.',
  SLACK: 'Give the address of your Slack webhook first.', TEAMS: 'Give the address of your Teams webhook first.',
};

/** What people send by themselves: announcements, and tests of their own channels. */
@Injectable()
export class AnnouncementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PreferencesRepository,
    private readonly writer: NotificationWriter,
    private readonly throttle: RequestThrottle,
  ) {}

  /** Only records it; the consumer tells everybody. @throws AppError VALIDATION_FAILED */
  async announce(actor: Actor, { title, body, startsAt = null, endsAt = null, clients }: Announcement): Promise<void> {
    const line = normalizeLine(title);
    if (!line) throw refuse('VALIDATION_FAILED', 'Say what will happen.', 'title');
    if (startsAt && endsAt && endsAt <= startsAt) throw refuse('VALIDATION_FAILED', 'It must end after it begins.', 'endsAt');
    await this.unitOfWork.run(actor, async (work) => {
      const text = [await when(work, startsAt, endsAt), normalizeText(body)].filter((part) => part !== null).join('\n');
      work.record({
        kind: 'maintenance.announced', subject: 'organization', subjectId: actor.organizationId, access: { before: {}, after: {} },
        changes: { title: { before: null, after: line }, body: { before: null, after: text || null }, clients: { before: null, after: clients } },
      });
    });
  }

  /** @returns to how many places it goes @throws AppError PRECONDITION_FAILED when there is none, RATE_LIMITED */
  async test(actor: Actor, channel: OutsideChannel): Promise<number> {
    if (actor.userId) await this.throttle.countAccount('notificationTest', actor.userId);
    return this.unitOfWork.run(actor, async (work) => {
      const [person] = await this.people.reachable(work, actor.userId ? [actor.userId] : []);
      if (!person) throw refuse('FORBIDDEN', 'Only a person has channels.');
      const places = await this.writer.test(work, person, channel);
      if (places === 0) throw refuse('PRECONDITION_FAILED', NOWHERE[channel], 'channel');
      return places;
    });
  }
}

/** `2026-11-21 22:00 to 2026-11-22 01:00 (Europe/Madrid)`; null without times. */
async function when(work: Work, startsAt: Date | null, endsAt: Date | null): Promise<string | null> {
  if (!startsAt && !endsAt) return null;
  const [row] = await work.query<{ zone: string }>('SELECT time_zone AS zone FROM organization WHERE id = $1', [work.actor.organizationId]);
  const zone = row?.zone ?? 'UTC';
  const text = (at: Date): string => `${dayOf(zone, at.getTime())} ${new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(11, 16)}`;
  return `${startsAt ? text(startsAt) : 'Now'}${endsAt ? ` to ${text(endsAt)}` : ''} (${zone})`;
}
