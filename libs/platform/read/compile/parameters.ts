import type { SqlParameters } from '../../access/index.js';

/** A parameter as it goes over the wire. */
export type WireValue = string | null;

/**
 * Collects the parameters of one statement in the wire's text form. `$1` is always the organization. Equal ids and lists
 * of ids (the same rule on several levels and fields) share one placeholder, so that equal rules are equal texts.
 */
export class Parameters implements SqlParameters {
  readonly values: WireValue[];
  private readonly ids = new Map<string, string>();

  constructor(organizationId: string) {
    this.values = [organizationId];
  }

  /** The placeholder of the organization. */
  readonly organization = '$1';

  /** @returns `$n`; write its type behind it: `$n::uuid[]` */
  add(value: unknown): string {
    const text = Array.isArray(value) ? arrayLiteral(value) : wire(value);
    if (text === null || !IDS.test(text)) return this.push(text);
    const known = this.ids.get(text);
    if (known) return known;
    const placeholder = this.push(text);
    this.ids.set(text, placeholder);
    return placeholder;
  }

  private push(value: WireValue): string {
    return `$${this.values.push(value)}`;
  }
}

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IDS = new RegExp(`^(${ID}|\\{("${ID}",?)+\\})$`);

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
