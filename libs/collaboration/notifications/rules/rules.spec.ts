import type { ConsumedEvent } from '@throughline/platform/events';
import { DEFAULT_CHANNELS, NOTIFICATION_KINDS } from '../notification.kinds.js';
import { declaredKinds } from '../testing/declared-kinds.js';
import { audiencesFound } from '../tell/recipients.js';
import { AUDIENCES, inWords, PLACES, type Rule } from './rule.js';
import { RULES, rulesFor, TOLD_KINDS } from './rules.js';

const event = (kind: string, more: Partial<ConsumedEvent> = {}): ConsumedEvent => ({
  organizationId: 'o', position: 1, id: '1', kind, subject: kind.split('.')[0]!, subjectId: 's', related: [], actorId: 'a', requestId: 'r', accessBefore: {}, accessAfter: {}, progress: [],
  historical: false, occurredAt: new Date(0), changes: {}, ...more,
});
const all: [string, Rule][] = TOLD_KINDS.flatMap((kind) => RULES[kind]!.map((rule): [string, Rule] => [`${kind}: ${rule.title}`, rule]));
const titles = (of: ConsumedEvent): string[] => rulesFor(of).map(({ title }) => title);

describe('the table of who is told', () => {
  it('names only event kinds that some feature declares', () => {
    const declared = declaredKinds();
    expect(TOLD_KINDS.filter((kind) => !declared.has(kind))).toEqual([]);
    expect(declared.has('task.never')).toBe(false);
  });

  it('knows every audience, and uses every one', () => {
    expect(audiencesFound().sort()).toEqual(Object.keys(AUDIENCES).sort());
    expect([...new Set(all.flatMap(([, { to }]) => to))].sort()).toEqual(Object.keys(AUDIENCES).sort());
  });

  it('has every kind of notification but the one that no event causes yet', () => {
    expect([...new Set(all.map(([, { kind }]) => kind))].sort()).toEqual(NOTIFICATION_KINDS.filter((kind) => kind !== 'SLA').sort());
  });

  it.each(all)('says in words why: %s', (_, { reason, title, to, kind }) => {
    expect(reason).toMatch(/^[A-Z].{5,40}$/);
    expect(title.length).toBeGreaterThan(3);
    expect(to.length).toBeGreaterThan(0);
    expect(DEFAULT_CHANNELS[kind]).toContain('IN_APP');
  });

  it.each(all)('fills every place of its title: %s', (name, rule) => {
    const given = event(name.split(':')[0]!, { changes: { status: { before: 'TODO', after: 'IN_PROGRESS' }, dueOn: { before: null, after: '2026-12-01' }, step: { before: null, after: 'Look' }, note: { before: null, after: 'Call' }, title: { before: null, after: 'Tonight' }, threshold: { before: null, after: 'LOCKED_OUT' } } });
    const known = new Set(['actor', 'record', ...(rule.about === 'MESSAGE' ? ['place'] : []), ...Object.keys(rule.words?.(given) ?? {})]);
    expect([...rule.title.matchAll(PLACES)].map(([, place]) => place).filter((place) => !known.has(place!))).toEqual([]);
    for (const word of Object.values(rule.words?.(given) ?? {})) expect(word.trim()).not.toBe('');
  });

  it.each(all.filter(([, { kind }]) => kind !== 'SECURITY' && kind !== 'REMINDER' && kind !== 'MILESTONE'))('never tells the actor: %s', (_, { evenActor }) => {
    expect(evenActor).toBeUndefined();
  });

  it('tells clients only of what is shared, a quote and their milestones', () => {
    const forClients = all.filter(([, { to }]) => to.includes('CLIENTS')).filter(([name, rule]) => rule.when?.(event(name.split(':')[0]!, { accessAfter: { sharedWithClient: false } })) ?? true);
    expect(forClients.map(([name]) => name.split(':')[0])).toEqual(['task.accepted', 'task.completed', 'task.statusChanged', 'task.cancelled', 'quote.sent']);
  });
});

describe('which lines hold', () => {
  it.each([
    ['a new owner', { changes: { ownerId: { before: null, after: 'b' } } }, 1],
    ['no owner any more', { changes: { ownerId: { before: 'b', after: null } } }, 0],
    ['the same owner', { changes: { ownerId: { before: 'b', after: 'b' } } }, 0],
    ['something else', { changes: { name: { before: 'x', after: 'y' } } }, 0],
  ])('a deal that has %s', (_, more, count) => {
    expect(titles(event('deal.updated', more))).toHaveLength(count);
  });

  it.each([
    ['is shared now', { accessBefore: { sharedWithClient: false }, accessAfter: { sharedWithClient: true } }, ['New milestone: {record}']],
    ['was shared before', { accessBefore: { sharedWithClient: true }, accessAfter: { sharedWithClient: true } }, []],
    ['moves while it is shared', { accessAfter: { sharedWithClient: true }, accessBefore: { sharedWithClient: true }, changes: { dueOn: { before: null, after: '2026-12-01' } } }, ['{actor} moved the milestone {record} to {day}', 'The milestone {record} is due on {day} now']],
    ['moves inside', { accessAfter: {}, accessBefore: {}, changes: { dueOn: { before: null, after: '2026-12-01' } } }, ['{actor} moved the milestone {record} to {day}']],
  ])('a milestone that %s', (_, more, expected) => {
    expect(titles(event('milestone.updated', more))).toEqual(expected);
  });

  it('a reminder with words, and one without', () => {
    expect(titles(event('reminder.fired', { changes: { note: { before: null, after: 'Call them' } } }))).toEqual(['{note}']);
    expect(titles(event('reminder.fired', { changes: { note: { before: null, after: null } } }))).toEqual(['Reminder: {record}']);
  });

  it('nothing of what nobody is told', () => {
    expect(rulesFor(event('lead.updated'))).toEqual([]);
  });

  it('shows values as words', () => {
    expect([inWords('IN_PROGRESS'), inWords(null)]).toEqual(['in progress', 'changed']);
  });
});
