import { counted, pageOfContext, pageOfRecord } from './activity-words';

/** What a sentence is made of. */
export interface Tellable {
  kind: string;
  phrase: string;
  subject: string;
  recordId: string;
  recordName: string | null;
  contextSubject: string | null;
  contextId: string | null;
  contextName: string | null;
}

/** A piece of a sentence; with an address it is a link. */
export interface Piece {
  text: string;
  href?: string | null;
  /** Where it happened, said more quietly. */
  quiet?: true;
}

/** Kinds of records that are told by what they are part of, and how. */
const WITHIN: Readonly<Record<string, string>> = { message: 'in', file: 'to', taskRequest: 'of', handOff: '' };
const MOST_VERBS = 3;

/** A line without whoever did it: "completed", "3 tasks", "of", "Bakery website". */
export function sentenceOf(entries: readonly Tellable[]): Piece[] {
  const [first] = entries;
  if (!first) return [];
  const records = new Set(entries.map(({ recordId }) => recordId)).size;
  if (records > 1) return ofSeveral(first, records);
  return [{ text: verbsOf(entries) }, ...objectOf(first), ...(entries.length > 1 && sameVerb(entries) ? [{ text: `${entries.length} times`, quiet: true as const }] : [])];
}

function ofSeveral(entry: Tellable, count: number): Piece[] {
  if (entry.subject === 'handOff') return [{ text: entry.phrase }, ...objectOf(entry)];
  const link = WITHIN[entry.subject] ?? 'of';
  const context = contextOf(entry);
  return [{ text: entry.phrase }, { text: counted(entry.subject, count) }, ...(context ? [{ text: link }, context] : [])];
}

function objectOf(entry: Tellable): Piece[] {
  const { subject, recordName } = entry;
  const context = contextOf(entry);
  if (subject === 'handOff') return [context ?? { text: 'a record' }];
  const href = pageOfRecord(entry);
  const itself: Piece = recordName ? { text: recordName, href } : { text: counted(subject, 1) };
  const within = WITHIN[subject];
  if (within === undefined) return context ? [itself, { ...context, quiet: true }] : [itself];
  return context ? [itself, { text: within }, { ...context, href: subject === 'taskRequest' ? context.href : href }] : [itself];
}

function contextOf({ contextSubject, contextId, contextName }: Tellable): Piece | null {
  return contextSubject && contextId && contextName ? { text: contextName, href: pageOfContext(contextSubject, contextId) } : null;
}

const sameVerb = (entries: readonly Tellable[]): boolean => entries.every(({ phrase }) => phrase === entries[0]?.phrase);

/** In the order it was done: "created, assigned and completed". */
function verbsOf(entries: readonly Tellable[]): string {
  const verbs = [...new Set([...entries].reverse().map(({ phrase }) => phrase))];
  if (verbs.length > MOST_VERBS) return `made ${entries.length} changes to`;
  return verbs.length < 2 ? (verbs[0] ?? '') : `${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}`;
}
