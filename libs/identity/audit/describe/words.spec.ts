import { kindOfValue, textOfValue } from './change-value.js';
import { enumText, eventPhrase, eventTitle, fieldLabel } from './words.js';

describe('words for events', () => {
  it.each([['expectedClose', 'Expected close'], ['ownerId', 'Owner'], ['departmentIds', 'Departments'], ['budgetMinor', 'Budget'], ['dueOn', 'Due'], ['id', 'Id'], ['name', 'Name']])(
    'label %s', (name, label) => expect(fieldLabel(name)).toBe(label));
  it('say what happened', () => expect([eventTitle('deal.stageMoved'), eventTitle('lead.won'), eventTitle('odd')]).toEqual(['Stage moved', 'Won', 'Odd']));
  it.each([
    ['task.completed', 'completed'], ['task.statusChanged', 'changed the status of'], ['deal.stage_changed', 'changed the stage of'], ['customer.life_cycle_changed', 'changed the life cycle of'],
    ['task.progressReported', 'reported the progress of'], ['project.held', 'paused'], ['handOff.offered', 'handed over'],
  ])('make a sentence of %s: somebody %s something', (kind, phrase) => expect(eventPhrase(kind)).toBe(phrase));
  it('say choices', () => expect(enumText('IN_PROGRESS')).toBe('In progress'));
});

describe('changed values', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  it.each([
    ['shared', null, true, 'BOOLEAN'], ['budgetMinor', '100', null, 'MONEY'], ['ownerId', id, null, 'RECORD'], ['assigneeIds', [], [id], 'RECORD'], ['score', 1, 2, 'NUMBER'],
    ['dueOn', '2026-01-01', null, 'DATE'], ['closedAt', null, '2026-01-01T10:00:00.000Z', 'DATE_TIME'], ['status', 'NEW', 'IN_PROGRESS', 'CHOICE'], ['name', 'ACME', 'Acme', 'TEXT'],
    ['name', 'ACME', 'IBM', 'TEXT'], ['tags', ['a'], ['a', 'b'], 'TEXT'], ['extra', null, { a: 1 }, 'OTHER'], ['note', null, null, 'OTHER'],
  ])('%s %j %j is %s', (name, before, after, kind) => expect(kindOfValue(name, before, after)).toBe(kind));

  it.each([
    ['MONEY', '-123456789', '-1,234,567.89'], ['MONEY', 5, '0.05'], ['MONEY', '100000', '1,000.00'], ['BOOLEAN', false, 'No'], ['CHOICE', 'CLIENT_REVIEW', 'Client review'],
    ['RECORD', id, 'Ana'], ['RECORD', [id, '01890000-0000-7000-8000-000000000002'], 'Ana, (not visible)'], ['RECORD', [], null], ['TEXT', ['a', 'b'], 'a, b'], ['OTHER', { a: 1 }, '{"a":1}'], ['TEXT', null, null],
  ] as const)('%s %j reads %s', (kind, value, text) => expect(textOfValue(kind, value, new Map([[id, 'Ana']]))).toBe(text));

  it.each([['EUR', '100050', '1,000.50 EUR'], ['JPY', '100050', '100,050 JPY'], ['KWD', '-1234567', '-1,234.567 KWD'], [null, '5', '0.05']] as const)('amounts carry their currency: %s %s reads %s', (currency, amount, text) =>
    expect(textOfValue('MONEY', amount, new Map(), currency)).toBe(text));
});
