/**
 * What is wanted of a record or a list, whoever asks: a GraphQL query, a REST `include`, the columns of an export.
 * `selectionOf` makes it from GraphQL, `select` from paths.
 */
export interface Selection {
  readonly fields: readonly SelectedField[];
}

export interface SelectedField {
  /** Name under which the answer holds the value: the alias, else the field's name. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** null on values. */
  readonly selection: Selection | null;
  /** The answer to `__typename`, where GraphQL asks. */
  readonly typeName?: string;
}

/**
 * A selection from dotted paths: `select('id', 'name', 'owner.name', 'tasks.nodes.title')`.
 */
export function select(...paths: string[]): Selection {
  const heads = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    const tails = heads.get(head) ?? [];
    if (rest.length > 0) tails.push(rest.join('.'));
    heads.set(head, tails);
  }
  return {
    fields: [...heads].map(([name, tails]) => ({ key: name, name, args: {}, selection: tails.length > 0 ? select(...tails) : null })),
  };
}

/** The selection below a field of a selection; null when the field is not selected. */
export function below(selection: Selection, name: string): Selection | null {
  return selection.fields.find((field) => field.name === name)?.selection ?? null;
}
