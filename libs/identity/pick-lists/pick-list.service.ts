import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { allPickLists, type PickList, pickListByKey } from './pick-list.js';
import { pickListSubject } from './pick-list.policy.js';

/** A list as somebody sees it. */
export interface OfferedPickList {
  key: string;
  label: string;
  usedFor: string;
  mayUpdate: boolean;
}

interface ItemRow {
  id: string;
  list: string;
  label: string;
  position: number;
  archived: boolean;
}

const ITEM = { table: 'pick_list_item', label: pickListSubject.label, fields: ['id', 'list', 'label', 'position', 'archived'] };

/** Lists of choices that an organization keeps itself (ORG-06). Records hold what was chosen, so that no change here changes them. */
@Injectable()
export class PickListService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Every list, with whether the caller may change it. */
  lists(actor: Actor): OfferedPickList[] {
    return allPickLists().map(({ key, label, usedFor, update }) => ({ key, label, usedFor, mayUpdate: allows(actor.ability, update, {}) }));
  }

  /** Adds a choice at the end. @returns its id @throws AppError VALIDATION_FAILED, DUPLICATE, NOT_FOUND (list), FORBIDDEN */
  create(actor: Actor, input: { list: string; label: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      mayUpdate(actor, known(input.list));
      const label = labelled(input.label);
      await this.requireUnused(work, input.list, label, null);
      const [last] = await work.query<{ position: number }>('SELECT coalesce(max(position), 0)::int AS position FROM pick_list_item WHERE organization_id = $1 AND list = $2', [actor.organizationId, input.list]);
      const item = { list: input.list, label, position: (last?.position ?? 0) + 1 };
      const id = newId();
      await insertRow(work, 'pick_list_item', { id, ...item });
      record(work, 'pickList.created', id, fieldChanges({}, item), true);
      return id;
    });
  }

  /** @throws AppError VALIDATION_FAILED, DUPLICATE, CONFLICT, FORBIDDEN, NOT_FOUND */
  rename(actor: Actor, { id, version, label: wanted }: { id: string; version: number; label: string }): Promise<string> {
    return this.change(actor, id, version, 'pickList.renamed', async (work, item) => {
      const label = labelled(wanted);
      await this.requireUnused(work, item.list, label, id);
      return { label };
    });
  }

  /** Offers a choice no more, or again. @throws AppError ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN, NOT_FOUND */
  setArchived(actor: Actor, { id, version }: { id: string; version: number }, archived: boolean): Promise<string> {
    return this.change(actor, id, version, archived ? 'pickList.archived' : 'pickList.restored', (_, item) => {
      if (item.archived === archived) throw refuse('ILLEGAL_TRANSITION', archived ? 'This choice is archived already.' : 'This choice is offered already.', '', { allowedMoves: [] });
      return { archived };
    });
  }

  /**
   * Puts choices in this order; those not named follow in their present one.
   *
   * @returns the list's key
   * @throws AppError VALIDATION_FAILED (twice), NOT_FOUND (list, choice), FORBIDDEN
   */
  order(actor: Actor, { list, ids }: { list: string; ids: readonly string[] }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      mayUpdate(actor, known(list));
      if (new Set(ids).size !== ids.length) throw refuse('VALIDATION_FAILED', 'Name each choice once.', 'ids');
      const items = await work.query<{ id: string }>(
        'SELECT id FROM pick_list_item WHERE organization_id = $1 AND list = $2 ORDER BY position, id FOR NO KEY UPDATE', [actor.organizationId, list]);
      const present = new Set(items.map(({ id }) => id));
      const stranger = ids.findIndex((id) => !present.has(id));
      if (stranger >= 0) throw notFound(pickListSubject.label, `ids.${stranger}`);
      const order = [...ids, ...items.map(({ id }) => id).filter((id) => !ids.includes(id))];
      await work.execute(
        `UPDATE pick_list_item i SET position = o.position, version = version + 1, updated_at = now()
         FROM unnest($3::uuid[]) WITH ORDINALITY AS o(id, position) WHERE i.organization_id = $1 AND i.list = $2 AND i.id = o.id AND i.position <> o.position`,
        [actor.organizationId, list, order],
      );
      record(work, 'pickList.ordered', actor.organizationId, { list: { before: null, after: list }, ids: { before: [...present], after: order } });
      return list;
    });
  }

  /**
   * That records may name these choices of a list.
   *
   * @param path where in the input they stand, by index
   * @throws AppError NOT_FOUND, VALIDATION_FAILED (archived)
   */
  async requireOffered(work: Work, list: PickList, ids: readonly string[], path: (index: number) => string): Promise<void> {
    const rows = await work.query<{ id: string; label: string; archived: boolean }>(
      'SELECT id, label, archived FROM pick_list_item WHERE organization_id = $1 AND list = $2 AND id = ANY ($3::uuid[])', [work.actor.organizationId, list.key, ids]);
    for (const [index, id] of ids.entries()) {
      const item = rows.find((row) => row.id === id);
      if (!item) throw notFound(pickListSubject.label, path(index));
      if (item.archived) throw refuse('VALIDATION_FAILED', `${item.label} is not offered any more. Choose another one.`, path(index));
    }
  }

  private change(actor: Actor, id: string, version: number, kind: string, changed: (work: Work, item: ItemRow) => Partial<ItemRow> | Promise<Partial<ItemRow>>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const item = await lockRow<ItemRow>(work, ITEM, id);
      mayUpdate(actor, known(item.list));
      const values = await changed(work, item);
      await updateVersioned(work, 'pick_list_item', 'choice', id, version, values);
      record(work, kind, id, fieldChanges(item, values));
      return id;
    });
  }

  private async requireUnused(work: Work, list: string, label: string, exceptId: string | null): Promise<void> {
    const [same] = await work.query<{ archived: boolean }>(
      'SELECT archived FROM pick_list_item WHERE organization_id = $1 AND list = $2 AND lower(label) = lower($3) AND id IS DISTINCT FROM $4', [work.actor.organizationId, list, label, exceptId]);
    if (same) throw refuse('DUPLICATE', same.archived ? 'This choice is in the list, archived. Restore it.' : 'This choice is in the list already.', 'label');
  }
}

/** @throws AppError NOT_FOUND at `list` */
function known(key: string): PickList {
  const list = pickListByKey(key);
  if (!list) throw refuse('NOT_FOUND', `There is no list ${key}. Lists: ${allPickLists().map((one) => one.key).join(', ')}.`, 'list');
  return list;
}

const mayUpdate = (actor: Actor, { update }: PickList): void => authorize(actor, update, pickListSubject, {});

function record(work: Work, kind: string, id: string, changes: Record<string, { before: unknown; after: unknown }>, created = false): void {
  work.record({ kind, subject: 'pickList', subjectId: id, access: { before: created ? null : {}, after: {} }, changes });
}

function labelled(given: string): string {
  const label = normalizeLine(given);
  if (!label) throw refuse('VALIDATION_FAILED', 'Say what the choice is called.', 'label');
  return label;
}
