import { Injectable } from '@nestjs/common';
import { declaredSubjects, maySee, subjectByName } from '@throughline/platform/access';
import type { AccessColumns, Work } from '@throughline/platform/database';
import type { ConsumedEvent } from '@throughline/platform/events';
import type { AppAbility } from '@throughline/platform/kernel';
import { fieldsShowing, loadAccess, mayReadChange, modelOfSubject, recordNames } from '@throughline/platform/read';
import type { About } from '../rules/rule.js';

/** A record that people are told of, with what decides who may see it now. */
export interface Told {
  subject: string;
  recordId: string;
  contextId: string | null;
  access: AccessColumns;
  /** What it is called; null when it has no name. */
  name: string | null;
  /** What such a record is called: `task`. */
  label: string;
}


/** Finds the records that an event tells of, as they are now. */
@Injectable()
export class Abouts {
  /** @returns one entry for each thing to tell of; the alternatives of each in the order in which they are preferred; null = nothing is needed */
  async of(work: Work, event: ConsumedEvent, about: About): Promise<(Told[] | null)[]> {
    switch (about) {
      case 'NOTHING':
        return [null];
      case 'SUBJECT':
        return this.alternatives([await this.load(work, event.subject, event.subjectId, event.related[0] ?? null)]);
      case 'MESSAGE':
        return this.alternatives([await this.message(work, event)]);
      case 'TASK_OF_REQUEST':
        return this.alternatives([await this.load(work, 'task', event.related[0] ?? '', null)]);
      case 'HANDED_OVER':
        return this.alternatives(await this.handedOver(work, event.subjectId));
      case 'FILE_HOLDER':
        return this.alternatives([event.accessAfter?.follows ? await this.load(work, event.accessAfter.follows.subject, event.related[0] ?? '', null) : null]);
      case 'REMINDED':
        return this.reminded(work, event.subjectId);
      case 'MILESTONES_REACHED': {
        const reached = event.progress.filter(({ node, workTotal, workDone }) => node === 'milestone' && BigInt(workTotal) > 0n && BigInt(workDone) === BigInt(workTotal) * 10_000n);
        const found: (Told[] | null)[] = [];
        for (const { id } of reached) found.push(...this.alternatives([await this.milestone(work, id)]));
        return found;
      }
    }
  }

  private alternatives(found: (Told | null)[]): Told[][] {
    const there = found.filter((told) => told !== null);
    return there.length > 0 ? [there] : [];
  }

  private async load(work: Work, subject: string, recordId: string, contextId: string | null): Promise<Told | null> {
    if (!declaredSubjects().some(({ name }) => name === subject) || !modelOfSubject(subject)) return null;
    const access = await loadAccess(work, subject, recordId);
    if (!access) return null;
    const model = modelOfSubject(subject)!;
    const name = (await recordNames(work, work.actor, new Map([[model, new Set([recordId])]]))).get(recordId) ?? null;
    return { subject, recordId, contextId, access, name, label: subjectByName(subject).label };
  }

  private async milestone(work: Work, id: string): Promise<Told | null> {
    const [row] = await work.query<{ projectId: string }>('SELECT project_id AS "projectId" FROM milestone WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    return row ? this.load(work, 'milestone', id, row.projectId) : null;
  }

  /** The record that somebody wants to be reminded of; nothing where they only left themselves a note. */
  private async reminded(work: Work, id: string): Promise<(Told[] | null)[]> {
    const [row] = await work.query<{ subject: string | null; recordId: string | null; contextId: string | null }>(
      'SELECT subject, record_id AS "recordId", context_id AS "contextId" FROM reminder WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id],
    );
    if (!row) return [];
    return row.subject && row.recordId ? this.alternatives([await this.load(work, row.subject, row.recordId, row.contextId)]) : [null];
  }

  /** Called after its channel. */
  private async message(work: Work, event: ConsumedEvent): Promise<Told | null> {
    const [row] = await work.query<{ channelId: string }>('SELECT channel_id AS "channelId" FROM message WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, event.subjectId]);
    const told = row ? await this.load(work, 'message', event.subjectId, row.channelId) : null;
    const channel = row ? await this.load(work, 'channel', row.channelId, null) : null;
    return told && { ...told, name: channel?.name ?? null };
  }

  /** The record itself, else the hand-off: whoever it is given to may not see it yet. */
  private async handedOver(work: Work, handOffId: string): Promise<(Told | null)[]> {
    const [row] = await work.query<{ subject: string; recordId: string }>('SELECT subject, record_id AS "recordId" FROM hand_off WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, handOffId]);
    if (!row) return [];
    const handOff = await this.load(work, 'handOff', handOffId, row.recordId);
    return [await this.load(work, row.subject, row.recordId, null), handOff && { ...handOff, name: null, label: row.subject }];
  }
}

/** The first of the alternatives that somebody may see. */
export const seenBy = (ability: AppAbility, alternatives: readonly Told[]): Told | null => alternatives.find(({ subject, access }) => maySee(ability, subject, access)) ?? null;

/** What a record is called for somebody: not its name where a rule hides the name from them. */
export function nameFor(ability: AppAbility, { subject, access, name, label }: Told): string {
  const model = modelOfSubject(subject);
  if (name === null || !model) return `a ${label}`;
  const record = { ...access, __subject: subject };
  const shown = ['number', 'name', 'title'].filter((field) => fieldsShowing(model, field).length > 0);
  return shown.every((field) => mayReadChange(ability, model, record, field)) ? name : `a ${label}`;
}
