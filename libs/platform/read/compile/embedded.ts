import type { SelectedField, Selection } from '../selection.js';
import type { CompileContext } from './context.js';
import { JsonObjectSql, type JsonSql } from './json-sql.js';
import { literal } from './names.js';

/** What is selected of a jsonb value that is an object, a list of objects, or either further down. */
export function embeddedSql(context: CompileContext, expression: string, selection: Selection | null): JsonSql {
  if (!selection) return `coalesce((${expression})::text,'null')`;
  const item = context.alias();
  const items = `(SELECT '['||coalesce(string_agg(${objectSql(context, `${item}.value`, selection)}, ',' ORDER BY ${item}.ordinality), '')||']'
    FROM jsonb_array_elements(${expression}) WITH ORDINALITY ${item})`;
  return `CASE jsonb_typeof(${expression}) WHEN 'array' THEN ${items} WHEN 'object' THEN ${objectSql(context, expression, selection)} ELSE 'null' END`;
}

function objectSql(context: CompileContext, expression: string, selection: Selection): JsonSql {
  const json = new JsonObjectSql();
  for (const field of selection.fields) {
    // Parsed answers get it from graphql-js.
    if (field.name === '__typename') typeName(context, json, field);
    else json.add(context.key(field.key, field.name), embeddedSql(context, `(${expression}->${literal(field.name)})`, field.selection));
  }
  return json.toSql();
}

function typeName(context: CompileContext, json: JsonObjectSql, field: SelectedField): void {
  if (context.forText && field.typeName !== undefined) json.addText(field.key, `"${field.typeName}"`);
  else context.needsExecution = true;
}
