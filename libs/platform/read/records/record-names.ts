import type { Actor } from '../../kernel/index.js';
import type { Work } from '../../database/index.js';
import { Parameters } from '../compile/parameters.js';
import { snake } from '../compile/names.js';
import type { ReadModel } from '../model.js';
import { objectFields } from '../object-fields.js';
import { ReadRules } from '../rules.js';

/** What people call a record by: its number, and its name or else its title (of a person the title is the job). */
const NUMBER = 'number';
const NAMES = ['name', 'title'] as const;

/** The ids whose names are wanted, by model. */
export type WantedNames = ReadonlyMap<ReadModel, ReadonlySet<string>>;

/**
 * What records are called ("PRJ-1042 Website"), in one statement and by the caller's rights: of what they may not see, or
 * whose name is hidden from them, there is none.
 *
 * @returns names by id
 */
export async function recordNames(work: Work, actor: Actor, wanted: WantedNames): Promise<Map<string, string>> {
  const parameters = new Parameters(actor.organizationId);
  const rules = new ReadRules(actor, parameters);
  const parts = [...wanted].filter(([model, ids]) => ids.size > 0 && titlesOf(model).length > 0).map(([model, ids]) => {
    const titles = titlesOf(model).map((name) => `CASE WHEN ${rules.field(model, name, 't')} THEN t.${snake(name)}::text END`);
    return `SELECT t.${model.key.column}::text AS id, concat_ws(' ', ${titles.join(', ')}) AS name FROM ${model.table} t
      WHERE t.${model.tenant} = ${parameters.organization} AND t.${model.key.column} = ANY(${parameters.add([...ids])}::uuid[]) AND ${rules.rows(model, 't')}`;
  });
  if (parts.length === 0) return new Map();
  const rows = await work.query<{ id: string; name: string }>(parts.join('\nUNION ALL '), parameters.values);
  return new Map(rows.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]));
}

/** Only plain columns: what is computed may read more than its own rule covers. */
function titlesOf(model: ReadModel): string[] {
  const fields = objectFields(model);
  const isPlain = (name: string): boolean => fields.get(name)?.kind === 'TEXT' && !model.fields.has(name);
  const name = NAMES.find(isPlain);
  return model.key.type === 'uuid' ? [...(isPlain(NUMBER) ? [NUMBER] : []), ...(name ? [name] : [])] : [];
}
