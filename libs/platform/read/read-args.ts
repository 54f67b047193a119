import type { Type } from '@nestjs/common';
import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { BigIntScalar, DateScalar, DateTimeScalar } from '../graphql/index.js';
import type { FilterDefinition, FilterKind } from './filters.js';
import type { ConnectionArguments, ReadModel, SortDirection } from './model.js';

/** ASC or DESC; nulls come last both ways. */
export const SortDirectionEnum = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(SortDirectionEnum, {
  name: 'SortDirection',
  description: 'Which end comes first. Empty values come last both ways.',
  valuesMap: { ASC: { description: 'Smallest, earliest or first in the alphabet.' }, DESC: { description: 'Greatest, latest or last in the alphabet.' } },
});

type Thunk = () => unknown;

/** GraphQL type of each filter's values. */
const VALUE_TYPES: Record<Exclude<FilterKind, 'ENUM'>, Thunk> = {
  ID: () => ID,
  TEXT: () => String,
  INTEGER: () => Int,
  BIG_INT: () => BigIntScalar,
  FLOAT: () => Float,
  DATE: () => DateScalar,
  DATE_TIME: () => DateTimeScalar,
  BOOLEAN: () => Boolean,
  LIST: () => String,
};

const NAMES: Record<Exclude<FilterKind, 'ENUM'>, string> = {
  ID: 'IdFilter', TEXT: 'TextFilter', INTEGER: 'IntFilter', BIG_INT: 'BigIntFilter', FLOAT: 'FloatFilter', DATE: 'DateFilter',
  DATE_TIME: 'DateTimeFilter', BOOLEAN: 'BooleanFilter', LIST: 'TextListFilter',
};

const inputs = new Map<string, Type<object>>();

/**
 * The arguments of a list, made from a model's filters, sorts and search. Use it as a base class:
 *
 * ```ts
 * @ArgsType() export class LeadsArgs extends ReadArgs(leadRead) {}
 * ```
 *
 * It declares the inputs `LeadFilter` and `LeadSort`. Sort fields are written `CREATED_AT`.
 */
export function ReadArgs(model: ReadModel): Type<ConnectionArguments> {
  class ReadArgsBase implements ConnectionArguments {
    filter?: Record<string, unknown>;
    sort?: { field: string; direction?: SortDirection }[];
    search?: string;
    first?: number;
    after?: string;
  }
  const declare = (name: keyof ReadArgsBase & string, type: Thunk, description: string, more: object = {}): void =>
    field(ReadArgsBase, name, type, description, more);
  if (Object.keys(model.filters).length > 0) {
    const input = filterInput(model);
    declare('filter', () => input, 'Only records that meet all of this.');
  }
  if (Object.keys(model.sorts).length > 0) {
    const input = sortInput(model);
    declare('sort', () => [input], 'Order by these, one after the other.');
  }
  if (model.search) declare('search', () => String, `Only records that contain every word, in ${model.search.fields.join(', ')}.`);
  declare('first', () => Int, 'Records on the page, at most 200.', { defaultValue: 50 });
  declare('after', () => String, 'The page after the record with this cursor.');
  ArgsType()(ReadArgsBase);
  return ReadArgsBase;
}

function filterInput(model: ReadModel): Type<object> {
  const name = `${model.name}Filter`;
  const found = inputs.get(name);
  if (found) return found;
  const input = named(name, `Conditions on a ${model.label}; all that are given must hold.`);
  for (const [key, definition] of Object.entries(model.filters)) {
    const type = valueFilter(definition);
    field(input, key, () => type, `By ${words(key)}.`);
  }
  field(input, 'and', () => [input], 'All of these hold.');
  field(input, 'or', () => [input], 'At least one of these holds.');
  field(input, 'not', () => input, 'This does not hold.');
  return input;
}

function sortInput(model: ReadModel): Type<object> {
  const name = `${model.name}Sort`;
  const found = inputs.get(name);
  if (found) return found;
  const fields = Object.fromEntries(Object.keys(model.sorts).map((key) => [constant(key), constant(key)]));
  registerEnumType(fields, {
    name: `${name}Field`,
    description: `What a list of ${model.label} records can be ordered by.`,
    valuesMap: Object.fromEntries(Object.keys(model.sorts).map((key) => [constant(key), { description: `By ${words(key)}.` }])),
  });
  const input = named(name, `One step of the order of a list of ${model.label} records.`);
  field(input, 'field', () => fields, 'What to order by.', { nullable: false });
  field(input, 'direction', () => SortDirectionEnum, 'Which end comes first.', { nullable: false, defaultValue: 'ASC' });
  return input;
}

function valueFilter(definition: FilterDefinition): Type<object> {
  const { kind, values } = definition;
  const name = kind === 'ENUM' ? `${values?.name ?? ''}Filter` : NAMES[kind];
  const found = inputs.get(name);
  if (found) return found;
  const value: Thunk = kind === 'ENUM' ? () => values?.object() : VALUE_TYPES[kind];
  const listed: Thunk = () => [value()];
  const input = named(name, 'Conditions on one value; all that are given must hold.');
  if (kind !== 'LIST') field(input, 'eq', value, 'Equal to this.');
  if (kind === 'LIST') field(input, 'has', listed, 'Holds at least one of these.');
  if (kind !== 'LIST' && kind !== 'BOOLEAN') field(input, 'in', listed, 'One of these.');
  if (kind === 'ID' || kind === 'TEXT' || kind === 'ENUM') field(input, 'notIn', listed, 'None of these (an empty value is none of them).');
  if (kind === 'TEXT') field(input, 'contains', value, 'Contains this text, in upper or lower case.');
  if (['INTEGER', 'BIG_INT', 'FLOAT', 'DATE', 'DATE_TIME'].includes(kind)) {
    field(input, 'gt', value, 'Greater or later than this.');
    field(input, 'gte', value, 'This, or greater or later.');
    field(input, 'lt', value, 'Less or earlier than this.');
    field(input, 'lte', value, 'This, or less or earlier.');
  }
  field(input, 'isNull', () => Boolean, 'True: has no value. False: has one.');
  return input;
}

function named(name: string, description: string): Type<object> {
  const input = class {};
  Object.defineProperty(input, 'name', { value: name });
  InputType(name, { description })(input);
  inputs.set(name, input);
  return input;
}

function field(target: Type<object>, name: string, type: Thunk, description: string, more: object = {}): void {
  Field(type as () => Type<unknown>, { nullable: true, description, ...more })(target.prototype as object, name);
  // The engine checks the values itself; the pipe only needs to know the property.
  Allow()(target.prototype as object, name);
}

const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** `createdAt` as GraphQL enums write it: `CREATED_AT`. */
export const constant = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
