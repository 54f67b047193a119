import { Injectable } from '@nestjs/common';
import { permissionByName, allows } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import type { ConsumedEvent } from '@throughline/platform/events';
import { channelsOf } from '../preferences/preferences.js';
import { PreferencesRepository, type Reachable } from '../preferences/preferences.repository.js';
import { PLACES, type Rule } from '../rules/rule.js';
import { rulesFor } from '../rules/rules.js';
import { Abouts, nameFor, seenBy, type Told } from './about.js';
import { excerptOf } from './excerpt.js';
import { Judge, type Judged } from './judge.js';
import { type NewNotification, NotificationWriter } from './notification-writer.js';
import { type Candidates, Recipients } from './recipients.js';

/** Decides from an event who is told what, and writes it: all in the consumer's transaction. */
@Injectable()
export class Teller {
  constructor(
    private readonly recipients: Recipients,
    private readonly abouts: Abouts,
    private readonly judge: Judge,
    private readonly people: PreferencesRepository,
    private readonly writer: NotificationWriter,
  ) {}

  async tell(work: Work, event: ConsumedEvent): Promise<void> {
    const told = new Set<string>();
    const actorName = await this.nameOf(work, event.actorId);
    for (const rule of rulesFor(event)) {
      for (const alternatives of await this.abouts.of(work, event, rule.about ?? 'SUBJECT')) {
        const { people, concerned } = await this.reached(work, event, rule, alternatives);
        for (const { person, judged } of people) {
          const record = alternatives && seenBy(judged.ability, alternatives);
          const once = `${person.id} ${record?.recordId ?? ''}`;
          if ((alternatives && !record) || told.has(once)) continue;
          told.add(once);
          await this.write(work, event, rule, { person, judged, record, actorName });
        }
        const record = alternatives?.[0] ?? null;
        if (concerned) await this.writer.tellOrganization(work, event, rule, title(event, rule, actorName, record ? (record.name ?? `a ${record.label}`) : ''), record);
      }
    }
  }

  /** People of the rule's audiences who are here and may see the record, in the order of the audiences; and whether it concerns anybody at all. */
  private async reached(
    work: Work, event: ConsumedEvent, rule: Rule, alternatives: readonly Told[] | null,
  ): Promise<{ people: { person: Reachable; judged: Judged }[]; concerned: boolean }> {
    let concerned = false;
    const reached = new Map<string, { person: Reachable; judged: Judged }>();
    for (const audience of rule.to) {
      const candidates = await this.recipients.of(work, event, audience);
      concerned ||= candidates.ids.length > 0;
      const ids = [...new Set(candidates.ids)].filter((id) => !reached.has(id));
      if (ids.length === 0) continue;
      const people = (await this.people.reachable(work, ids)).filter(({ active }) => active);
      const judged = await this.judge.of(work, people.map(({ id }) => id));
      const able = people.flatMap((person) => {
        const rights = judged.get(person.id);
        return rights && mayBeTold(rights, candidates, alternatives, event) ? [{ person, judged: rights }] : [];
      });
      const staff = candidates.preferStaff ? able.filter(({ person }) => person.tier !== 'ADMIN') : able;
      for (const entry of staff.length > 0 ? staff : able) reached.set(entry.person.id, entry);
    }
    // Only now: whoever may decide and asks themselves leaves nobody for whom administrators would have to stand in.
    return { people: [...reached.values()].filter(({ person }) => rule.evenActor || person.id !== event.actorId), concerned };
  }

  private async write(work: Work, event: ConsumedEvent, rule: Rule, to: { person: Reachable; judged: Judged; record: Told | null; actorName: string }): Promise<void> {
    const { person, judged, record, actorName } = to;
    const wanted = channelsOf(person, rule.kind).filter((channel) => !rule.only || rule.only.includes(channel));
    if (wanted.length === 0) return;
    const name = record ? nameFor(judged.ability, record) : '';
    const isMessage = rule.about === 'MESSAGE' && record !== null;
    const notification: NewNotification = {
      kind: rule.kind, reason: rule.reason, title: title(event, rule, actorName, name, isMessage ? record : null), body: rule.body?.(event) ?? (isMessage ? await excerptOf(work, record.recordId) : null),
      subject: record?.subject ?? null, recordId: record?.recordId ?? null, contextId: record?.contextId ?? null, access: record?.access ?? null,
      actorId: event.actorId, eventPosition: event.position, urgent: rule.urgent === true, inApp: wanted.includes('IN_APP'),
      effectKey: `${rule.once ? `${rule.kind === 'MENTION' ? 'MESSAGE' : rule.kind} ${record?.recordId ?? ''}` : `event ${event.position} ${record?.recordId ?? ''}`} ${person.id}`,
      groupKey: rule.kind === 'MESSAGE' && record ? `channel ${record.contextId}` : null,
    };
    await this.writer.write(work, notification, person, wanted);
  }

  private async nameOf(work: Work, userId: string | null): Promise<string> {
    if (!userId) return 'Somebody';
    const [row] = await work.query<{ name: string }>('SELECT name FROM user_account WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, userId]);
    return row?.name ?? 'Somebody';
  }
}

function mayBeTold({ ability }: Judged, { permission }: Candidates, alternatives: readonly Told[] | null, event: ConsumedEvent): boolean {
  if (alternatives && !seenBy(ability, alternatives)) return false;
  if (!permission) return true;
  const needed = permissionByName(permission);
  const on = alternatives?.find(({ subject }) => subject === needed.subject)?.access ?? event.accessAfter ?? {};
  return allows(ability, needed, on);
}

/** A rule's title with its places filled. */
function title(event: ConsumedEvent, rule: Rule, actor: string, record: string, message: Told | null = null): string {
  const words: Record<string, string> = { actor, record, place: message?.name ? ` in ${record}` : '', ...(rule.words?.(event) ?? {}) };
  return rule.title.replace(PLACES, (_, place: string) => words[place] ?? '').slice(0, 300);
}
