import type { ReadModel } from '../model.js';
import { objectFields } from '../object-fields.js';
import { ALWAYS_VISIBLE } from '../rules.js';

/** The fields of a model's type that rules may speak of, with whether they may be null and so be hidden. */
export function fieldsOfModel(model: ReadModel): { name: string; nullable: boolean }[] {
  return [...objectFields(model)].filter(([name]) => !ALWAYS_VISIBLE.has(name)).map(([name, { nullable }]) => ({ name, nullable }));
}
