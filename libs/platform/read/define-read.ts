import type { Type } from '@nestjs/common';
import type { SubjectDefinition } from '../access/index.js';
import type { FilterDefinition } from './filters.js';
import type { FieldDefinition, ReadModel, SearchDefinition, SortDefinition, SortTerm } from './model.js';

/** What a feature says about reading its records; see `defineRead`. */
export interface ReadDefinition<T> {
  /** Name of the GraphQL type: `Lead`. */
  name: string;
  object: () => Type<T>;
  subject?: SubjectDefinition;
  /** When it is not the subject's: stages read with the pipeline's permission. */
  table?: string;
  /** The column that holds the tenant, `organization_id` when absent. */
  tenant?: string;
  /** Only for tables without an `id`: a column that no two rows of one list share, and its type. */
  key?: { column: string; type: string };
  /** Only fields that are not simply a column of the same name (see `defineRead`). */
  fields?: Record<string, FieldDefinition>;
  filters?: Record<string, FilterDefinition>;
  sorts?: Record<string, SortInput>;
  defaultSort?: readonly SortTerm[];
  search?: SearchDefinition;
  /** See `ReadModel`; false when absent. */
  unevenFilters?: boolean;
}

/**
 * What a list can be ordered by: the column's type, or more. Columns are nullable unless said otherwise.
 * `'timestamptz!'` is short for a column that is never null.
 */
export type SortInput = string | { type: string; column?: string; sql?: SortDefinition['sql']; columns?: readonly string[]; nullable?: boolean };

const models = new Map<string, ReadModel>();

/**
 * Maps a GraphQL object type to its table: what may be read, filtered and sorted. Every field of the object type that
 * `fields` does not mention is the column of the same name in snake_case, written as its GraphQL type says. Rows and
 * fields are cut to the caller's rules at every level, so a model holds no rights of its own.
 *
 * ```ts
 * // lead.read.ts (the annotation is needed: models refer to each other)
 * export const leadRead: ReadModel<LeadObject> = defineRead({
 *   name: 'Lead',
 *   object: () => LeadObject,
 *   subject: leadSubject,                                            // table, rules
 *   fields: {
 *     budget: money('budget_minor'),                                 // Money { amountMinor, currency }
 *     owner: one(() => userRead, { local: 'owner_id' }),             // null when not visible
 *     tasks: connection(() => taskRead, { foreign: 'lead_id' }),     // with filter, sort, first, after
 *     ageInDays: computed('INTEGER', ['created_at'], (t) => `extract(day FROM now() - ${t}.created_at)::int`),
 *     allowedMoves: derived(['status'], (row, actor) => leadWorkflow.allowed(row['status'], actor)),
 *   },
 *   filters: { status: enumFilter('LeadStatus', () => LeadStatus), name: textFilter(), ownerId: idFilter(), createdAt: dateTimeFilter() },
 *   sorts: { createdAt: 'timestamptz!', score: 'integer', name: 'text' },
 *   defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
 *   search: { column: 'search_text', candidates: 'app.search_lead', fields: ['name', 'company', 'email'] },
 * });
 *
 * // api/lead.args.ts
 * @ArgsType() export class LeadsArgs extends ReadArgs(leadRead) {}
 *
 * // api/lead.resolver.ts
 * @Query(() => LeadConnection, { description: 'The leads you may see.' })
 * @Requires(leadPermissions.read)
 * @Reads(leadRead, 'connection')
 * leads(@CurrentActor() actor: Actor, @Args() args: LeadsArgs, @Info() info: GraphQLResolveInfo) {
 *   return this.reader.connection(actor, leadRead, args, selectionOf(info));
 * }
 *
 * @Query(() => LeadObject, { nullable: true, description: 'One lead.' })
 * @Requires(leadPermissions.read)
 * @Reads(leadRead, 'one')
 * lead(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo) {
 *   return this.reader.existing(actor, leadRead, id, selectionOf(info));   // NOT_FOUND when missing or not visible
 * }
 * ```
 *
 * @throws Error when a name is taken, or sorts and defaults do not fit together
 */
export function defineRead<T>(definition: ReadDefinition<T>): ReadModel<T> {
  const { name, object, subject } = definition;
  const table = definition.table ?? subject?.table;
  if (!table) throw new Error(`Read model ${name} needs a subject or a table.`);
  if (models.has(name)) throw new Error(`Read model ${name} is defined twice.`);
  const sorts = Object.fromEntries(Object.entries(definition.sorts ?? {}).map(([key, input]) => [key, sortDefinition(input)]));
  const defaultSort = definition.defaultSort ?? [];
  for (const { field } of defaultSort) {
    if (!sorts[field]) throw new Error(`Read model ${name} sorts by ${field} by default, but ${field} is not among its sorts.`);
  }
  const model: ReadModel<T> = {
    name,
    object,
    table,
    tenant: definition.tenant ?? 'organization_id',
    key: definition.key ?? { column: 'id', type: 'uuid' },
    subject: subject ?? null,
    label: subject?.label ?? name.toLowerCase(),
    fields: new Map(Object.entries(definition.fields ?? {})),
    filters: definition.filters ?? {},
    sorts,
    defaultSort,
    search: definition.search ?? null,
    unevenFilters: definition.unevenFilters ?? false,
  };
  models.set(name, model);
  return model;
}

/**
 * Adds fields to a model that another folder defined: how deals give customers their `deals`. The GraphQL field itself
 * comes from a `@ResolveField` method that returns `loaded(parent, info)`.
 */
export function extendRead(model: ReadModel, fields: Record<string, FieldDefinition>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (model.fields.has(name)) throw new Error(`Read model ${model.name} already has a field ${name}.`);
    (model.fields as Map<string, FieldDefinition>).set(name, field);
  }
}

/** Every model that was defined, by name of its GraphQL type. */
export function readModels(): ReadonlyMap<string, ReadModel> {
  return models;
}

function sortDefinition(input: SortInput): SortDefinition {
  if (typeof input === 'string') {
    return { type: input.replace('!', ''), nullable: !input.endsWith('!'), columns: [] };
  }
  return { columns: [], nullable: true, ...input };
}
