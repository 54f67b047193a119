import { MASK_ACTION, masks } from '../../access/index.js';
import type { AppAbility } from '../../kernel/index.js';
import { columnsOfField, snake } from '../compile/names.js';
import type { ReadModel } from '../model.js';
import { objectFields } from '../object-fields.js';

/** Which fields of a model show a column: asked for every change of every event. */
const showing = new WeakMap<ReadModel, Map<string, readonly string[]>>();

/**
 * The fields of a model that show what an event calls `name`: the field itself, or fields over the column of that name
 * (`budget` shows `budgetMinor`, `owner` shows `ownerId`).
 */
export function fieldsShowing(model: ReadModel, name: string): readonly string[] {
  let known = showing.get(model);
  if (!known) showing.set(model, (known = new Map()));
  let fields = known.get(name);
  if (!fields) {
    const column = snake(name);
    const names = [...new Set([...objectFields(model).keys(), ...model.fields.keys()])];
    fields = names.filter((field) => field === name || columnsOfField(field, model.fields.get(field)).includes(column));
    known.set(name, fields);
  }
  return fields;
}

/**
 * Whether somebody may see a changed value: every field that shows it must be theirs to read on a record with these access
 * columns. What no field shows (a note, a reason) follows the rules by its own name.
 *
 * @param record access columns and `__subject`, as `ability.can` takes them
 */
export function mayReadChange(ability: AppAbility, model: ReadModel | null, record: Record<string, unknown>, name: string): boolean {
  const fields = model ? fieldsShowing(model, name) : [];
  return (fields.length > 0 ? fields : [name]).every((field) =>
    ability.can('read', record, field) && !mayBeDenied(ability, record, field) && !isMasked(ability, record, field));
}

/** Where the record shows a part of a text, its history shows none of it. */
function isMasked(ability: AppAbility, record: Record<string, unknown>, field: string): boolean {
  return masks(ability, String(record['__subject'])) && ability.can(MASK_ACTION, record, field);
}

/** A denial that speaks of columns which are not known here (old events hold fewer) is taken to hold: fails closed. */
function mayBeDenied(ability: AppAbility, record: Record<string, unknown>, field: string): boolean {
  return ability.rulesFor('read', String(record['__subject']), field).some((rule) =>
    rule.inverted && rule.conditions !== undefined && Object.keys(rule.conditions as object).some((column) => !(column in record)));
}
