import { abilitySql } from '../../access/index.js';
import type { Figures } from '../figures.js';
import type { Selection } from '../selection.js';
import type { CompileContext } from './context.js';
import { embeddedSql } from './embedded.js';
import type { CompiledPart } from './list.js';

/** What is selected of figures. They are computed once, whatever is taken out of them. */
export function compileFigures(context: CompileContext, figures: Figures, args: Readonly<Record<string, unknown>>, selection: Selection): CompiledPart {
  const { actor, parameters } = context;
  const alias = context.alias();
  const value = figures.sql({
    organization: parameters.organization,
    wanted: new Set(selection.fields.map(({ name }) => name)),
    add: (added) => parameters.add(added),
    caller: () => {
      context.personal = true;
      return `${parameters.add(actor.userId)}::uuid`;
    },
    visible: (subject, rows) => (actor.ability.can('read', subject.name) ? abilitySql(actor.ability, 'read', subject, rows, parameters) : null),
  }, args);
  // OFFSET 0 keeps the planner from writing the value out wherever it is used. No value is SQL's NULL: graphql-js says what is missing.
  return { json: `(SELECT nullif(${embeddedSql(context, `${alias}.value`, selection)}, 'null') FROM (SELECT (${value})::jsonb AS value OFFSET 0) ${alias})`, finish: null };
}
