import { isIP } from 'node:net';
import { type Actor, isId } from '@throughline/platform/kernel';
import { type ConnectionResult, maySearch, type Reader, type ReadModel, readModels, select } from '@throughline/platform/read';
import { eventTitle } from '../describe/words.js';

/** Records of each kind whose name is looked for. */
const EACH = 20;
const IDS = select('nodes.id');

/**
 * Words as conditions on the log: events of people and records that are called so (as far as the searcher may see them), kinds of
 * events that read so, or an address or request written out.
 *
 * @param kinds every kind in the organization's log
 * @returns a filter for the audit log; it may match nothing
 */
export async function searchFilter(reader: Reader, actor: Actor, search: string, kinds: readonly string[]): Promise<Record<string, unknown>> {
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = await recordsCalled(reader, actor, search);
  const people = found.get('User') ?? [];
  const records = [...found.values()].flat();
  const kindsCalled = kinds.filter((kind) => words.every((word) => `${kind} ${eventTitle(kind)}`.toLowerCase().includes(word)));
  const exactly = search.trim();
  const conditions = [
    // Only what can be one: an OR with a value that never occurs would be looked for in the whole log.
    ...(isIP(exactly) > 0 ? [{ address: { eq: exactly } }] : []),
    ...(isId(exactly) ? [{ requestId: { eq: exactly } }, { subjectId: { eq: exactly } }] : []),
    ...(people.length > 0 ? [{ actorId: { in: people } }] : []),
    ...(records.length > 0 ? [{ subjectId: { in: records } }] : []),
    ...(kindsCalled.length > 0 ? [{ kind: { in: kindsCalled } }] : []),
  ];
  return conditions.length > 0 ? { or: conditions } : { subjectId: { in: [] } };
}

const isSearchable = (model: ReadModel): boolean => model.search !== null && model.subject !== null && model.table === model.subject.table;

/** Ids of records that are called so, by model; all models in one statement. */
async function recordsCalled(reader: Reader, actor: Actor, search: string): Promise<Map<string, string[]>> {
  // A field that the search covers may be hidden from them: then names of this kind tell nothing.
  const models = [...readModels().values()].filter((model) => isSearchable(model) && maySearch(actor, model));
  if (models.length === 0) return new Map();
  const pages = await reader.query(actor, models.map((model) => ({ shape: 'connection', model, args: { search, first: EACH }, selection: IDS })));
  return new Map(models.map(({ name }, index) => [name, (pages[index] as ConnectionResult<{ id: string }>).nodes.map(({ id }) => id)]));
}
