/** What a selection amounts to once its fragments are spread out. */
export interface Summary {
  /** Levels of fields. */
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

export const NOTHING: Summary = { depth: 0, fields: 0, aliases: 0, directives: 0 };

/** Two selections side by side. */
export function beside(a: Summary, b: Summary): Summary {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}
