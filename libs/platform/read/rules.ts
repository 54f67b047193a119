import { abilitySql, abilityWays, MASK_ACTION, masks, maskSql } from '../access/index.js';
import { type Actor, type AppAbility, refuse, switchedOff } from '../kernel/index.js';
import { columnsOfField } from './compile/names.js';
import { Parameters } from './compile/parameters.js';
import type { ReadModel } from './model.js';
import { objectFields } from './object-fields.js';

/** Fields that no rule can hide: without them a record cannot be named, cached or edited. */
export const ALWAYS_VISIBLE = new Set(['id', 'version', 'hiddenFields']);

const NONE: ReadonlySet<string> = new Set();

/** Which fields an ability may hide or mask, by model: asked for every statement, and the same as long as the ability lives. */
const restricted = new WeakMap<AppAbility, Map<ReadModel, ReadonlySet<string>>>();

/** What an actor's rules leave of a model's rows and fields, as SQL. One object serves one statement. */
export class ReadRules {
  constructor(
    private readonly actor: Actor,
    private readonly parameters: Parameters,
  ) {}

  /** The rows that may be seen; `'true'` for models without rules of their own. */
  rows(model: ReadModel, alias: string): string {
    return model.subject ? abilitySql(this.actor.ability, 'read', model.subject, alias, this.parameters) : 'true';
  }

  /**
   * The rows that may be seen, as ways that overlap: more than one only where a link of people is among them. Joined by OR no
   * index can serve them, and a list of half a million tasks would be scanned for the thirty of a member.
   */
  rowWays(model: ReadModel, alias: string): string[] {
    if (!model.subject) return ['true'];
    const ways = abilityWays(this.actor.ability, 'read', model.subject, alias, this.parameters);
    const conditions = ways.map(({ sql }) => sql);
    if (ways.length > 1 && !ways.some(({ linked }) => linked)) return [`(${conditions.join(' OR ')})`];
    return ways.length === 0 ? ['false'] : conditions;
  }

  /** On which of the visible rows a field may be seen, a computed one with all that it is made of: `'true'`, `'false'` or a condition. */
  field(model: ReadModel, name: string, alias: string): string {
    if (!this.restrictedFields(model).has(name)) return 'true';
    const definition = model.fields.get(name);
    const columns = definition?.type === 'computed' ? definition.columns : [];
    return all([this.named(model, name, alias), ...columns.map((column) => this.column(model, column, alias))]);
  }

  /** On which of the rows that show a field it is masked: `'false'` for nearly everybody, `'true'` or a condition. */
  masked(model: ReadModel, name: string, alias: string): string {
    if (!model.subject?.maskable?.[name] || !this.restrictedFields(model).has(name)) return 'false';
    return maskSql(this.actor.ability, model.subject, alias, this.parameters, name);
  }

  /** On which of the visible rows a column may be seen as it is: where every field that shows it may be, unmasked. */
  column(model: ReadModel, column: string, alias: string): string {
    return all(this.fieldsShowing(model, column).flatMap((name) => {
      const masked = this.masked(model, name, alias);
      return [this.named(model, name, alias), ...(masked === 'false' ? [] : [masked === 'true' ? 'false' : `(${masked}) IS NOT TRUE`])];
    }));
  }

  private named(model: ReadModel, name: string, alias: string): string {
    return model.subject ? abilitySql(this.actor.ability, 'read', model.subject, alias, this.parameters, name) : 'true';
  }

  /**
   * @param used a filter's or sort's name and the columns it looks at
   * @throws AppError FORBIDDEN when a rule may hide the field from the actor: comparing would tell its value
   */
  refuseHidden(model: ReadModel, what: 'filter' | 'sort' | 'search', used: { name: string; columns: readonly string[] }): void {
    const hidden = this.mayTell(model, used);
    if (hidden !== undefined) {
      throw refuse('FORBIDDEN', `You may not ${what} by "${used.name}": a rule may hide or mask the field "${hidden}" of a ${model.label} from you.`, used.name);
    }
  }

  /** The field that using a column would tell about although a rule may hide it; undefined when there is none. */
  mayTell(model: ReadModel, used: { name: string; columns: readonly string[] }): string | undefined {
    if (this.restrictedFields(model).has(used.name)) return used.name;
    return used.columns.flatMap((column) => this.fieldsShowing(model, column))[0];
  }

  /** Fields that some rule hides or masks from the actor on some rows or on all. */
  restrictedFields(model: ReadModel): ReadonlySet<string> {
    const { ability } = this.actor;
    if (model.subject && switchedOff(`fields:${model.subject.name}`)) return NONE;
    let models = restricted.get(ability);
    if (!models) restricted.set(ability, (models = new Map()));
    let fields = models.get(model);
    if (!fields) models.set(model, (fields = restrictedFieldsOf(ability, model)));
    return fields;
  }

  private fieldsShowing(model: ReadModel, column: string): string[] {
    return [...this.restrictedFields(model)].filter((name) => columnsOfField(name, model.fields.get(name)).includes(column));
  }
}

/** Whether an actor may search a model: read records of it at all, and no rule may hide or mask a field that the search covers. */
export function maySearch(actor: Actor, model: ReadModel): boolean {
  if (!model.search || !model.subject || !actor.ability.can('read', model.subject.name)) return false;
  const rules = new ReadRules(actor, new Parameters(actor.organizationId));
  return model.search.fields.every((name) => rules.mayTell(model, { name, columns: [] }) === undefined);
}

/** Everything that was compiled stays in the text, even beside a `false`: its parameters are collected already. */
function all(conditions: readonly string[]): string {
  const distinct = [...new Set(conditions)].filter((condition) => condition !== 'true');
  return distinct.length === 0 ? 'true' : distinct.join(' AND ');
}

function restrictedFieldsOf(ability: AppAbility, model: ReadModel): ReadonlySet<string> {
  const fields = new Set<string>();
  if (!model.subject) return fields;
  const whole = ability.rulesFor('read', model.subject.name);
  for (const name of new Set([...objectFields(model).keys(), ...model.fields.keys()])) {
    if (ALWAYS_VISIBLE.has(name)) continue;
    const own = ability.rulesFor('read', model.subject.name, name);
    if (own.length !== whole.length || own.some((rule, index) => rule !== whole[index])) fields.add(name);
  }
  if (masks(ability, model.subject.name)) {
    for (const name of Object.keys(model.subject.maskable ?? {})) if (ability.rulesFor(MASK_ACTION, model.subject.name, name).length > 0) fields.add(name);
  }
  const columns = new Set([...fields].flatMap((name) => columnsOfField(name, model.fields.get(name))));
  for (const [name, field] of model.fields) {
    if (field.type === 'computed' && field.columns.some((column) => columns.has(column))) fields.add(name);
  }
  return fields;
}
