import type { PaletteAction } from './actions';
import { score } from './score';

export type PaletteGroup = readonly [heading: string, actions: readonly PaletteAction[]];

/** Up to here the words themselves begin with the term, or hold it; beyond, only its letters are there. */
const PART = 2;
const WORD = 1;

interface Matches {
  /** Meant: the term stands in the name, or begins one of the other words. */
  sure: PaletteAction[];
  /** Perhaps meant: its letters are scattered over the name, or it is a part of another word. */
  perhaps: PaletteAction[];
}

function matching(actions: readonly PaletteAction[], term: string): Matches {
  const sure: { action: PaletteAction; best: number }[] = [];
  const perhaps: typeof sure = [];
  for (const action of actions) {
    const name = score(action.label, term) ?? Number.POSITIVE_INFINITY;
    const word = Math.min(...(action.keywords ?? []).map((text) => score(text, term) ?? Number.POSITIVE_INFINITY));
    if (name <= PART || word <= WORD) sure.push({ action, best: Math.min(name, word + WORD) });
    else if (Number.isFinite(name) || word <= PART) perhaps.push({ action, best: Math.min(name, word) });
  }
  const inOrder = (list: typeof sure) => list.sort((one, other) => one.best - other.best).map(({ action }) => action);
  return { sure: inOrder(sure), perhaps: inOrder(perhaps) };
}

function grouped(actions: readonly PaletteAction[]): readonly PaletteGroup[] {
  const groups = new Map<string, PaletteAction[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return [...groups];
}

/**
 * What the palette shows for a term, best first: what is called so, then records, then what only might be meant. Records of an earlier term
 * stay while the next are searched, as far as they fit the new one; what only might be meant waits for them, so that it never stands first for a moment.
 */
export function arranged(term: string, actions: readonly PaletteAction[], found: { term: string; results: readonly PaletteAction[] }, waiting: boolean): readonly PaletteGroup[] {
  if (!term) return grouped(actions);
  const { sure, perhaps } = matching(actions, term);
  const records = found.term === term ? found.results : found.results.filter(({ label }) => score(label, term) !== null);
  return grouped([...sure, ...records, ...(waiting ? [] : perhaps)]);
}

/** The entry that Enter takes: the one somebody went to for this very term while it is still there, else the first. Null: there is none. */
export function entryOf(term: string, groups: readonly PaletteGroup[], picked: { term: string; id: string } | null): PaletteAction | null {
  const entries = groups.flatMap(([, actions]) => actions);
  return (picked?.term === term ? entries.find(({ id }) => id === picked.id) : undefined) ?? entries[0] ?? null;
}

/** The entry so many steps further; round at the ends. */
export function entryBeside(groups: readonly PaletteGroup[], from: PaletteAction | null, steps: number): PaletteAction | null {
  const entries = groups.flatMap(([, actions]) => actions);
  if (entries.length === 0) return null;
  const at = entries.findIndex(({ id }) => id === from?.id);
  return entries[(at + steps + entries.length) % entries.length] ?? null;
}
