import { isIP } from 'node:net';
import { type Actor, AppError, isId } from '@throughline/platform/kernel';
import { Reader, type ReadModel, readModels, select } from '@throughline/platform/read';
import { eventTitle } from '../describe/words.js';

/** Records of each kind whose name is looked for. */
const EACH = 20;

/**
 * Words as conditions on the log: events of people and records that are called so (as far as the searcher may see them), kinds of
 * events that read so, or an address or request written out.
 *
 * @param kinds every kind in the organization's log
 * @returns a filter for the audit log; it may match nothing
 */
export async function searchFilter(reader: Reader, actor: Actor, search: string, kinds: readonly string[]): Promise<Record<string, unknown>> {
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = await Promise.all([...readModels().values()].filter(isSearchable).map(async (model) => ({ model, ids: await idsCalled(reader, actor, model, search) })));
  const people = found.filter(({ model }) => model.name === 'User').flatMap(({ ids }) => ids);
  const kindsCalled = kinds.filter((kind) => words.every((word) => `${kind} ${eventTitle(kind)}`.toLowerCase().includes(word)));
  const exactly = search.trim();
  const conditions = [
    // Only what can be one: an OR with a value that never occurs would be looked for in the whole log.
    ...(isIP(exactly) > 0 ? [{ address: { eq: exactly } }] : []),
    ...(isId(exactly) ? [{ requestId: { eq: exactly } }, { subjectId: { eq: exactly } }] : []),
    ...(people.length > 0 ? [{ actorId: { in: people } }] : []),
      ...found.filter(({ ids }) => ids.length > 0).map(({ ids }) => ({ subjectId: { in: ids } })),
    ...(kindsCalled.length > 0 ? [{ kind: { in: kindsCalled } }] : []),
  ];
  return conditions.length > 0 ? { or: conditions } : { subjectId: { in: [] } };
}

const isSearchable = (model: ReadModel): boolean => model.search !== null && model.subject !== null && model.table === model.subject.table;

async function idsCalled(reader: Reader, actor: Actor, model: ReadModel, search: string): Promise<string[]> {
  if (!model.subject || !actor.ability.can('read', model.subject.name)) return [];
  try {
    const { nodes } = await reader.connection(actor, model, { search, first: EACH }, select('nodes.id'));
    return nodes.map((node) => (node as { id: string }).id);
  } catch (error) {
    // A field that the search covers may be hidden from them: then names of this kind tell nothing.
    if (error instanceof AppError && error.code === 'FORBIDDEN') return [];
    throw error;
  }
}
