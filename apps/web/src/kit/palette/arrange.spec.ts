import type { PaletteAction } from './actions';
import { arranged, entryBeside, entryOf } from './arrange';

const action = (label: string, group = 'Go to', keywords?: readonly string[]): PaletteAction => ({ id: label, label, group, keywords });
const PLACES = [action('New lead', 'Create'), action('Home'), action('Leads'), action('Deals'), action('Security monitor', 'Settings', ['Failed sign-ins, a sad lock, unusual devices'])];
const nothing = { term: '', results: [] };
const labels = (groups: ReturnType<typeof arranged>) => groups.flatMap(([, actions]) => actions.map(({ label }) => label));
const taken = (term: string, found = nothing as Parameters<typeof arranged>[2], waiting = false, picked: Parameters<typeof entryOf>[2] = null) => entryOf(term, arranged(term, PLACES, found, waiting), picked)?.label ?? null;

describe('what the palette shows and takes', () => {
  it('takes the first entry for the typed text, not the one that stood first before', () => {
    expect(taken('')).toBe('New lead');
    expect(taken('lea')).toBe('Leads');
    expect(taken('de')).toBe('Deals');
  });

  it('keeps to an entry that was gone to only for that term and while it is there', () => {
    expect(taken('lea', nothing, false, { term: 'lea', id: 'New lead' })).toBe('New lead');
    expect(taken('lead', nothing, false, { term: 'lea', id: 'New lead' })).toBe('Leads');
    expect(taken('home', nothing, false, { term: 'home', id: 'Leads' })).toBe('Home');
  });

  it('sets records between what is called so and what only might be meant', () => {
    const found = { term: 'sad', results: [action('Sadie Moss', 'Leads')] };
    expect(labels(arranged('sad', PLACES, found, false))).toEqual(['Security monitor', 'Sadie Moss']);
    expect(labels(arranged('ads', [action('Leads'), action('A deal is', 'Settings'), action('Xads', 'Other')], { term: 'ads', results: [action('Ads of May', 'Projects')] }, false))).toEqual(['Leads', 'Xads', 'Ads of May', 'A deal is']);
  });

  it('shows what only might be meant no sooner than the records have answered', () => {
    expect(taken('hm', nothing, true)).toBeNull();
    expect(taken('hm', nothing, false)).toBe('Home');
  });

  it('keeps of an earlier search only what fits the new text', () => {
    const found = { term: 'har', results: [action('Harbour Bakery', 'Customers'), action('Hartmann', 'Customers')] };
    expect(labels(arranged('harb', [], found, true))).toEqual(['Harbour Bakery']);
  });

  it('walks through all groups and round at the ends', () => {
    const groups = arranged('', PLACES, nothing, false);
    expect(entryBeside(groups, PLACES[0] ?? null, 1)?.label).toBe('Home');
    expect(entryBeside(groups, PLACES[0] ?? null, -1)?.label).toBe('Security monitor');
    expect(entryBeside(groups, PLACES[4] ?? null, 1)?.label).toBe('New lead');
    expect(entryBeside([], null, 1)).toBeNull();
  });
});
