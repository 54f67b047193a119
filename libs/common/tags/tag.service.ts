import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, refuse } from '@throughline/platform/kernel';
import { MOST_TAG, type TagColour, tagPermissions, tagSubject } from './tag.policy.js';
import { TagRepository, type TagUse } from './tag.repository.js';
import { taggedRecords } from './tagged.js';

/** Facts of a tag; when editing, absent = unchanged. */
export interface TagFacts {
  name?: string | undefined;
  colour?: TagColour | undefined;
  category?: string | null | undefined;
}

interface TagRow {
  id: string;
  version: number;
  name: string;
  colour: TagColour;
  category: string | null;
}

const TAG = { table: 'tag', label: tagSubject.label, fields: ['id', 'version', 'name', 'colour', 'category'] };
/** Renaming touches every record that carries the tag, with an event each, in one transaction. */
const MOST_RECORDS = 20_000;

/** Tags as a whole: look, name, merging. Tagging one record is an edit of that record. */
@Injectable()
export class TagService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tags: TagRepository,
  ) {}

  /** @throws AppError FORBIDDEN */
  uses(actor: Actor): Promise<TagUse[]> {
    authorize(actor, tagPermissions.update, tagSubject, {});
    return this.unitOfWork.run(actor, (work) => this.tags.uses(work));
  }

  /** @throws AppError VALIDATION_FAILED, DUPLICATE, FORBIDDEN */
  create(actor: Actor, input: TagFacts & { name: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, tagPermissions.create, tagSubject, {});
      const facts = { name: named(input.name), colour: input.colour ?? 'NEUTRAL', category: normalizeLine(input.category) };
      await this.requireFree(work, facts.name, null);
      const id = newId();
      await insertRow(work, 'tag', { id, ...facts });
      record(work, 'tag.created', id, fieldChanges({}, facts), 'CREATED');
      return id;
    });
  }

  /** Another name goes onto every record that carries the tag. @throws AppError VALIDATION_FAILED, DUPLICATE, CONFLICT, LIMIT_EXCEEDED, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: TagFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const tag = await lockRow<TagRow>(work, TAG, id);
      authorize(actor, tagPermissions.update, tagSubject, {});
      const facts = { name: input.name === undefined ? undefined : named(input.name), colour: input.colour, category: input.category === undefined ? undefined : normalizeLine(input.category) };
      if (facts.name) await this.requireFree(work, facts.name, id);
      const changes = fieldChanges(tag, facts);
      await updateVersioned(work, 'tag', tagSubject.label, id, version, columnValues(facts));
      if (changes['name'] && facts.name) await this.replace(work, tag.name, facts.name);
      record(work, 'tag.updated', id, changes);
      return id;
    });
  }

  /**
   * Puts another tag in the place of this one, on every record, and removes it.
   *
   * @returns the id of the tag that stays
   * @throws AppError VALIDATION_FAILED (into itself), CONFLICT, LIMIT_EXCEEDED, FORBIDDEN, NOT_FOUND
   */
  merge(actor: Actor, { id, version, intoId }: { id: string; version: number; intoId: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, tagPermissions.update, tagSubject, {});
      if (id === intoId) throw refuse('VALIDATION_FAILED', 'Choose another tag.', 'intoId');
      // Two merges the other way round wait for each other in the same order.
      for (const each of [id, intoId].sort()) await lockRow<TagRow>(work, TAG, each, each === id ? 'id' : 'intoId');
      const [from, into] = [await lockRow<TagRow>(work, TAG, id), await lockRow<TagRow>(work, TAG, intoId)];
      await this.remove(work, from, version, into.name, { mergedInto: { before: null, after: into.name } });
      return intoId;
    });
  }

  /** Takes a tag from every record and removes it. @throws AppError CONFLICT, LIMIT_EXCEEDED, FORBIDDEN, NOT_FOUND */
  delete(actor: Actor, { id, version }: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const tag = await lockRow<TagRow>(work, TAG, id);
      authorize(actor, tagPermissions.update, tagSubject, {});
      await this.remove(work, tag, version, null);
      return id;
    });
  }

  private async remove(work: Work, tag: TagRow, version: number, by: string | null, more: Changes = {}): Promise<void> {
    await updateVersioned(work, 'tag', tagSubject.label, tag.id, version, {});
    await this.replace(work, tag.name, by);
    await work.execute('DELETE FROM tag WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, tag.id]);
    record(work, by === null ? 'tag.deleted' : 'tag.merged', tag.id, { name: { before: tag.name, after: null }, ...more }, 'GONE');
  }

  /** One statement for each kind of record, one event for each record: open lists and histories know. */
  private async replace(work: Work, name: string, by: string | null): Promise<void> {
    const records = await this.tags.count(work, name);
    if (records > MOST_RECORDS) throw refuse('LIMIT_EXCEEDED', `${records} records carry this tag; ${MOST_RECORDS} can be changed at once.`, '', { records });
    for (const tagged of taggedRecords()) {
      for (const { id, before, after, access } of await this.tags.replace(work, tagged, name, by)) {
        work.record({ kind: `${tagged.subject.name}.retagged`, subject: tagged.subject.name, subjectId: id, access: { before: access, after: access }, changes: fieldChanges({ [tagged.field]: before }, { [tagged.field]: after }) });
      }
    }
  }

  private async requireFree(work: Work, name: string, exceptId: string | null): Promise<void> {
    const [same] = await work.query('SELECT 1 FROM tag WHERE organization_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3', [work.actor.organizationId, name, exceptId]);
    if (same) throw refuse('DUPLICATE', 'There is such a tag already. To have one of the two, merge them.', 'name');
  }
}

type Changes = Record<string, { before: unknown; after: unknown }>;

function record(work: Work, kind: string, id: string, changes: Changes, life: 'CREATED' | 'KEPT' | 'GONE' = 'KEPT'): void {
  work.record({ kind, subject: 'tag', subjectId: id, access: { before: life === 'CREATED' ? null : {}, after: life === 'GONE' ? null : {} }, changes });
}

function named(given: string): string {
  const name = normalizeLine(given);
  if (!name) throw refuse('VALIDATION_FAILED', 'Give the tag a name.', 'name');
  if (name.length > MOST_TAG) throw refuse('VALIDATION_FAILED', `A tag has ${MOST_TAG} characters at most.`, 'name');
  if (name.includes(',')) throw refuse('VALIDATION_FAILED', 'A tag has no comma: commas part tags in files.', 'name');
  return name;
}
