import { Injectable } from '@nestjs/common';
import { deviceName } from '@throughline/identity/sessions';
import type { Work } from '@throughline/platform/database';
import { Mailer } from '@throughline/platform/mail';
import { recordAuthEvent } from './auth.events.js';

/** Tells people that somebody got in as them on a device they did not use before (IAM-06). */
@Injectable()
export class NewDeviceNotice {
  constructor(private readonly mailer: Mailer) {}

  async send(work: Work, userId: string): Promise<void> {
    const { organizationId, request: { address, userAgent } } = work.actor;
    recordAuthEvent(work, 'user.newDevice', userId, { address, userAgent });
    const [person] = await work.query<{ email: string; name: string; organization: string; at: string }>(
      `SELECT u.email, u.name, o.name AS organization, to_char(now() AT TIME ZONE o.time_zone, 'YYYY-MM-DD HH24:MI') || ' (' || o.time_zone || ')' AS at
       FROM user_account u JOIN organization o ON o.id = u.organization_id WHERE u.organization_id = $1 AND u.id = $2`,
      [organizationId, userId],
    );
    if (!person) return;
    await this.mailer.send(work, {
      to: person.email, userId, kind: 'user.newDevice', subject: `New device signed in to your account (${person.organization})`,
      text: [
        `Hello ${person.name},`,
        `Somebody signed in to your account on a device that was not used before: ${deviceName(userAgent)}, from ${address ?? 'an unknown address'}, on ${person.at}.`,
        'If it was you, there is nothing to do. If it was not, change your password and end the session in your security settings, and tell an administrator.',
      ].join('\n\n'),
    });
  }
}
