import { systemActor } from '../../../libs/platform/access/index.js';
import { UnitOfWork } from '../../../libs/platform/database/index.js';
import { MAIL_BODY } from '../../../libs/platform/mail/outgoing-mail.js';
import { Secrets } from '../../../libs/platform/secrets/index.js';
import { until } from '../../../libs/testing/until.js';
import type { BuiltInRoleKey } from '../../../libs/identity/access/built-in-roles.js';
import { scopesOf } from './oracle.js';
import { CANARY, type World } from './world.js';

interface Letter {
  id: string;
  kind: string;
  organizationId: string;
  recipient: string;
  subject: string;
  sealed: Buffer | null;
  roles: BuiltInRoleKey[];
}

/** What was found in outgoing mail. */
export interface LetterFindings { opened: number; wrong: string[] }

const LETTERS = `
  SELECT m.id, m.kind, m.organization_id AS "organizationId", m.recipient, m.subject, b.sealed,
         ARRAY(SELECT r.key FROM user_account u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.id = ur.role_id
               WHERE u.organization_id = m.organization_id AND lower(u.email) = lower(m.recipient)) AS roles
  FROM outgoing_mail m LEFT JOIN outgoing_mail_body b ON b.mail_id = m.id`;

/**
 * Opens every mail that was written, as the worker would: it lies sealed, and says nothing that its reader may not see. The worker
 * has tried to send each of them by then, so that its log has had its chance too.
 *
 * @throws Error when no mail with a canary was written: the check would prove nothing
 */
export async function letterFindings(world: World): Promise<LetterFindings> {
  await until('the worker to try every mail', async () => (await world.owner.query('SELECT 1 FROM outgoing_mail WHERE attempts = 0 AND status = \'WAITING\' LIMIT 1')).rowCount === 0);
  const { rows } = await world.owner.query<Letter>(LETTERS);
  const wrong: string[] = [];
  let told = 0;
  for (const letter of rows) {
    if (letter.sealed?.includes('canary')) wrong.push(`${letter.kind}: its text lies open in the database`);
    const text = `${letter.subject} ${await textOf(world, letter)}`;
    told += text.includes(CANARY.ours) ? 1 : 0;
    wrong.push(...indiscretions(world, letter, text).map((what) => `${letter.kind} to ${letter.recipient}: ${what}`));
  }
  if (told === 0) throw new Error('No mail carries a canary: what is in mails was not tried.');
  return { opened: rows.length, wrong };
}

async function textOf({ api: { app } }: World, { organizationId, sealed }: Letter): Promise<string> {
  if (!sealed) return '';
  const [work, secrets] = [app.nest.get(UnitOfWork, { strict: false }), app.nest.get(Secrets, { strict: false })];
  return work.run(systemActor(organizationId), async (unit) => (await secrets.open(unit, MAIL_BODY, sealed)).toString());
}

/** Canaries carry their subject's name: whose reader may read none of that subject has no business with it. A person's own name is theirs. */
function indiscretions({ agency }: World, { organizationId, recipient, roles }: Letter, text: string): string[] {
  const [own, other] = organizationId === agency.id ? [CANARY.ours, CANARY.theirs] : [CANARY.theirs, CANARY.ours];
  if (text.includes(other)) return ['tells of another organization'];
  const readable = new Set(roles.flatMap((role) => [...scopesOf(role).keys()]).filter((permission) => permission.endsWith('.read')).map((permission) => permission.slice(0, -5).toLowerCase()));
  const told = new Set([...text.matchAll(new RegExp(`${own}([a-z]+)`, 'g'))].filter(([canary]) => !recipient.includes(canary)).map(([, subject]) => subject!));
  return [...told].filter((subject) => !readable.has(subject)).map((subject) => `tells of a ${subject} that its reader may not see`);
}
