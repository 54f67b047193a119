import { type GraphQLSchema, isInputObjectType } from 'graphql';
import { HIDDEN_FROM_CLIENTS } from '../../../libs/identity/access/default-grants.js';
import type { Caller } from './world.js';

/** A list asked in a way that would tell a hidden field by its order or by what is left. */
export interface FieldCell { question: string; role: string; told: string }

/** Sorting and filtering by fields that are hidden from clients, as clients: each must be FORBIDDEN. */
export async function hiddenFieldCells(schema: GraphQLSchema, callers: readonly Caller[]): Promise<FieldCell[]> {
  const cells: FieldCell[] = [];
  const questions = Object.entries(HIDDEN_FROM_CLIENTS).flatMap(([permission, fields]) => questionsOf(schema, permission.split('.')[0]!, fields));
  for (const caller of callers.filter(({ client }) => client)) {
    for (const { question, variables, document } of questions) {
      const { errors } = await caller.api.send(document, variables);
      cells.push({ question, role: caller.role, told: errors[0]?.extensions.code ?? 'ALLOWED' });
    }
  }
  return cells;
}

interface Question { question: string; document: string; variables: object }

function questionsOf(schema: GraphQLSchema, subject: string, fields: readonly string[]): Question[] {
  const list = `${subject}s`;
  const type = `${subject[0]!.toUpperCase()}${subject.slice(1)}`;
  const filter = schema.getType(`${type}Filter`);
  const sorts = schema.getType(`${type}SortField`);
  const sortable = sorts && 'getValues' in sorts ? sorts.getValues().map(({ name }) => name) : [];
  return fields.flatMap((field) => {
    const asked: Question[] = [];
    const constant = field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    for (const name of sortable.filter((each) => each === constant || each === `${constant}_MINOR`)) {
      asked.push({ question: `${list} sorted by ${field}`, document: `query ($sort: [${type}Sort!]) { ${list}(sort: $sort) { nodes { id } } }`, variables: { sort: [{ field: name }] } });
    }
    const filterable = isInputObjectType(filter) ? Object.values(filter.getFields()).filter(({ name }) => name === field || name === `${field}Minor`) : [];
    for (const { name, type: comparison } of filterable) {
      const operators = isInputObjectType(comparison) ? Object.keys(comparison.getFields()) : [];
      const value = operators.includes('isNull') ? { isNull: true } : { eq: null };
      asked.push({ question: `${list} filtered by ${field}`, document: `query ($filter: ${type}Filter) { ${list}(filter: $filter) { nodes { id } } }`, variables: { filter: { [name]: value } } });
    }
    return asked;
  });
}
