import type { FieldDefinition } from '../model.js';

/** `createdAt` as a column: `created_at`. */
export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** A SQL text literal. For names and texts of the code; values of callers are parameters. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What a field shows: columns of the table, or the link table of a to-many edge. */
export function columnsOfField(name: string, field: FieldDefinition | undefined): readonly string[] {
  switch (field?.type) {
    case undefined:
      return [snake(name)];
    case 'column':
      return [field.column ?? snake(name)];
    case 'embedded':
      return [field.column];
    case 'money':
      return [field.amount, field.currency];
    case 'one':
      return [field.local];
    case 'computed':
    case 'derived':
      return field.columns;
    case 'many':
      // The link table stands for its rows: who may not see the edge may not ask for it by a link filter either.
      return field.through ? [field.through.table] : [];
  }
}
