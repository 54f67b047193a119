import type { ChangeFactsFragment, HistoryEntryFragment } from '@/gql/history/record-history';
import type { Tone } from '@/lib/tone';

const UNNAMED: Readonly<Record<string, string>> = { PUBLIC: 'A visitor', SYSTEM: 'Throughline', SERVICE: 'A program', CLIENT: 'Somebody at the client' };

/** Who did something: by name, or as far as it may be told. */
export function whoDid({ actorName, actorTier }: { actorName: string | null; actorTier: string }): string {
  return actorName ?? UNNAMED[actorTier] ?? 'Somebody you may not see';
}

const TONES: readonly [RegExp, Tone][] = [
  [/[rR]efused|lockedOut|\.lost$|[dD]eleted|archived|cancelled|rejected|revoked|deactivated|alert/, 'danger'],
  [/\.won$|accepted|approved|completed|converted|qualified|confirmed|resolved/, 'success'],
  [/overdue|returned|blocked|withdrawn|newDevice/, 'warning'],
  [/created|imported|opened/, 'info'],
];

/** Whether the record came into being by it: then there is no value before. */
export const beginsRecord = (kind: string): boolean => /\.(created|imported)$/.test(kind);

/** The colour that helps to find an entry; the word beside it says it. */
export function toneOfKind(kind: string): Tone {
  return TONES.find(([pattern]) => pattern.test(kind))?.[1] ?? 'neutral';
}

/**
 * What fields hold now, as far as the entries tell: the latest change of a field is its value.
 *
 * @param entries from the latest one on, without a gap
 */
export function presentValues(entries: readonly Pick<HistoryEntryFragment, 'changes'>[]): ReadonlyMap<string, ChangeFactsFragment> {
  const latest = new Map<string, ChangeFactsFragment>();
  for (const { changes } of entries) for (const change of changes) if (!latest.has(change.field)) latest.set(change.field, change);
  return latest;
}

/** Whether two stored values are the same for a person: nothing and an empty list are. */
export function sameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value);
  return plain(one) === plain(other);
}

/** `{"city":"Oslo","zip":null}` as `city: Oslo`; what is no such object as it is. */
export function plainText(json: string): string {
  const value = parsed(json);
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'object' && item !== null ? inWords(item as Record<string, unknown>) : String(item))).join('; ');
  return typeof value === 'object' && value !== null ? inWords(value as Record<string, unknown>) : json;
}

function inWords(value: Record<string, unknown>): string {
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== '')
    .map(([name, part]) => `${name}: ${typeof part === 'object' ? JSON.stringify(part) : String(part)}`)
    .join(', ');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
