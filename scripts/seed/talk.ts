import type { RecordChannelsService } from '@throughline/collaboration/channels';
import type { MessageService } from '@throughline/collaboration/messages';
import type { UnitOfWork, Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { emailOf } from './people.js';

/** Something that was said on a project: by whom, to whom. */
interface Said {
  by: string;
  /** To the client as well; among colleagues when absent. */
  toClient?: true;
  /** `{Name}` becomes a mention. */
  text: string;
  /** It answers the message before it that began a thread. */
  answers?: true;
}

const TALK: Readonly<Record<string, readonly Said[]>> = {
  'Bakery website': [
    { by: 'Nina Kowalski', text: 'Kick-off is done. Carla wants to **see the oven on the first screen**, everything else is open.' },
    { by: 'Yusuf Demir', text: 'Two directions for the home page are in the design file: one calm, one loud. I lean to the calm one.' },
    { by: 'Nina Kowalski', text: 'Calm. {Ben Carter} please check that the order form works on an old phone, half of her customers have one.' },
    { by: 'Ben Carter', text: 'It does, down to Android 9. The cake list loads in under a second.', answers: true },
    { by: 'George Ellis', toClient: true, text: 'Hello Carla, the first pages are ready to look at. Tell us which of the two colours you prefer.' },
    { by: 'Carla Nunez', toClient: true, text: 'The warm one! And can the opening hours be at the top? People always ask.' },
    { by: 'George Ellis', toClient: true, text: 'They will be there tomorrow morning.' },
    { by: 'George Ellis', text: 'Opening hours go to the top, on every page. {Sofia Rossi}, is that yours?' },
    { by: 'Sofia Rossi', text: 'Yes, today. It is a line in the header.', answers: true },
  ],
  'Dental search': [
    { by: 'Aisha Khan', text: 'Emergency searches are up by a third since the page about opening hours. Implants are slower, as expected.' },
    { by: 'Jonas Meyer', text: 'Three links still point to the old address:\n\n- the chamber’s list\n- two directories\n\nI asked all three to change them.' },
    { by: 'Aisha Khan', toClient: true, text: 'Your practice is found first for “dentist emergency” now. The report comes on Friday.' },
  ],
  'Studio brand': [
    { by: 'Pablo Herrera', text: 'Reminder from the brief: *calm, and nothing with a lotus*.' },
    { by: 'Emi Sato', text: 'Then the breathing line it is. Sketches are in the files.' },
  ],
};

/**
 * Conversations on the demo's projects, so that nobody looks at an empty chat first. Everybody speaks in a transaction of their own, because
 * what they say is theirs; where somebody has spoken already, nothing is added.
 *
 * @param actor the product itself
 * @returns how many messages were posted
 */
export async function seedTalk(unitOfWork: UnitOfWork, actor: Actor, services: { records: RecordChannelsService; messages: MessageService }): Promise<number> {
  const people = await unitOfWork.run(actor, speakers);
  const actorOf = (name: string): Actor => {
    const person = people.get(name);
    if (!person) throw new Error(`Nobody in the demo is called ${name}.`);
    return { ...actor, userId: person.id, tier: person.tier, customerIds: person.customerId ? [person.customerId] : [] };
  };
  const mentioned = (text: string): string => text.replace(/\{([^}]+)\}/g, (_, name: string) => `@[${name}](user:${people.get(name)?.id ?? ''})`);
  let posted = 0;
  for (const [project, said] of Object.entries(TALK)) {
    const silent = await unitOfWork.run(actor, (work) => silentProject(work, project));
    if (!silent) continue;
    const channelId = await services.records.open(actorOf(said[0]!.by), 'project', silent);
    let begun: string | null = null;
    for (const { by, toClient, text, answers } of said) {
      const id: string = await services.messages.post(actorOf(by), { channelId, side: toClient ? 'CLIENT' : 'INTERNAL', body: mentioned(text), threadId: answers ? begun : null });
      if (!answers) begun = id;
      posted++;
    }
  }
  return posted;
}

interface Speaker { id: string; name: string; tier: Actor['tier']; customerId: string | null }

async function speakers(work: Work): Promise<Map<string, Speaker>> {
  const names = [...new Set(Object.values(TALK).flat().flatMap(({ by, text }) => [by, ...[...text.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!)]))];
  const found = await work.query<Speaker>(
    'SELECT id, name, tier, customer_id AS "customerId" FROM user_account WHERE organization_id = $1 AND email = ANY ($2)',
    [work.actor.organizationId, names.flatMap((name) => [emailOf(name), emailOf(name, 'harbour-bakery')])],
  );
  return new Map(found.map((person) => [person.name, person]));
}

/** The project's id, unless somebody has spoken there. */
async function silentProject(work: Work, name: string): Promise<string | null> {
  const [project] = await work.query<{ id: string; spoken: boolean }>(
    `SELECT p.id, EXISTS (SELECT 1 FROM channel c WHERE c.record_id = p.id AND c.last_sequence > 0) AS spoken FROM project p WHERE p.organization_id = $1 AND p.name = $2`,
    [work.actor.organizationId, name],
  );
  return project && !project.spoken ? project.id : null;
}
