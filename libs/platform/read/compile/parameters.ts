import type { SqlParameters } from '../../access/index.js';

/** A parameter as it goes over the wire. */
export type WireValue = string | null;

/**
 * Collects the parameters of one statement in the wire's text form. `$1` is always the organization. Equal lists of ids (the
 * same rule on several levels) share one placeholder.
 */
export class Parameters implements SqlParameters {
  readonly values: WireValue[];
  private readonly lists = new Map<string, string>();

  constructor(organizationId: string) {
    this.values = [organizationId];
  }

  /** The placeholder of the organization. */
  readonly organization = '$1';

  /** @returns `$n`; write its type behind it: `$n::uuid[]` */
  add(value: unknown): string {
    if (!Array.isArray(value)) return this.push(wire(value));
    const text = arrayLiteral(value);
    // Only ids are shared: a placeholder can have one type only, and texts never look like lists of UUIDs by chance.
    if (!ID_LIST.test(text)) return this.push(text);
    const known = this.lists.get(text);
    if (known) return known;
    const placeholder = this.push(text);
    this.lists.set(text, placeholder);
    return placeholder;
  }

  private push(value: WireValue): string {
    return `$${this.values.push(value)}`;
  }
}

const ID_LIST = /^\{("[0-9a-f-]{36}",?)+\}$/i;

function wire(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return String(value);
}

/** PostgreSQL's text form of a one-dimensional array. */
function arrayLiteral(items: readonly unknown[]): string {
  const written = items.map((item) => {
    const text = wire(item);
    return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${written.join(',')}}`;
}
