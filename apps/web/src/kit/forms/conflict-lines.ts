/** A field that somebody else changed while it was edited here. */
export interface ConflictLine {
  /** What people call it, made of the field's name. */
  label: string;
  theirs: string;
  mine: string;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const words = (name: string): string => {
  const text = snake(name).replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** A value as people read it; null for what is no text, number, choice or list of them. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const parts = value.map(inWords);
  return parts.includes(null) ? null : parts.length === 0 ? 'empty' : parts.join(', ');
}

/** A record chosen from others: of theirs only the id is known. */
function choiceLines(label: string, chosen: unknown, theirs: unknown): readonly ConflictLine[] {
  const option = typeof chosen === 'object' && chosen !== null && 'value' in chosen && 'label' in chosen ? chosen : null;
  if (String(option?.value ?? '') === String(theirs ?? '')) return [];
  return [{ label, theirs: theirs === null ? 'empty' : 'another choice', mine: option ? String(option.label) : 'empty' }];
}

/**
 * Both values of every field of a form that the record holds under the same name, where they differ. A chosen record is compared with the
 * column of its id, an amount with the one of its minor units.
 *
 * @param current the record's present columns (`conflictOf`)
 */
export function conflictLines(values: Readonly<Record<string, unknown>>, current: Readonly<Record<string, unknown>>): readonly ConflictLine[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const column = snake(name);
    if (`${column}_id` in current) return choiceLines(words(name), value, current[`${column}_id`]);
    if (`${column}_minor` in current) return String(current[`${column}_minor`] ?? '') === String(value ?? '') ? [] : [{ label: words(name), theirs: 'another amount', mine: 'as you typed it' }];
    if (!(column in current)) return [];
    const [mine, theirs] = [inWords(typeof value === 'string' ? value.trim() : value), inWords(current[column])];
    return mine === null || theirs === null || mine === theirs ? [] : [{ label: words(name), theirs, mine }];
  });
}

/** The variables of a repeated save: over the version that the person has now seen, where the form still names the stale one. */
export function overConflict<Variables>(variables: Variables, conflict: { staleVersion: unknown; currentVersion: number } | null): Variables {
  const input = (variables as { input?: { version?: unknown } }).input;
  if (!conflict || !input || input.version !== conflict.staleVersion) return variables;
  return { ...variables, input: { ...input, version: conflict.currentVersion } };
}
