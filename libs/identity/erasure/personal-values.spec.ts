import { fieldsNaming, identifyingValues, wordyFields } from './personal-values.js';

const ID = '01a1fd8b-236d-786f-8574-29373d4c4377';
const made = (after: unknown): { before: null; after: unknown } => ({ before: null, after });

describe('values that are erased', () => {
  it.each([
    ['status', 'QUALIFIED'], ['ownerId', ID], ['departmentIds', [ID]], ['memberIds', []], ['budgetMinor', '120000'], ['score', 12], ['doNotCall', true], ['wishedDate', '2026-12-01'],
    ['firstResponseAt', '2026-11-21T10:00:00.000Z'], ['closedAt', null],
  ])('leave %s', (field, value) => expect(wordyFields({ [field]: made(value) })).toEqual([]));

  it.each([
    ['name', 'ANA'], ['email', 'a@b.example'], ['phone', '34600111222'], ['company', 'North Star'], ['requirements', 'Call after five'], ['tags', []], ['tags', ['vip']], ['note', 'x'],
    ['extra', { Notes: 'x' }], ['userAgent', 'Browser'], ['address', '203.0.113.7'], ['externalId', '77'], ['somethingNew', 'words'], ['reason', 'BECAUSE'],
  ])('take %s', (field, value) => expect(wordyFields({ [field]: made(value) })).toEqual([field]));

  it('look at both sides, and at nothing twice', () => {
    expect(wordyFields({ status: { before: 'a friend of Ana', after: 'NEW' }, name: { before: null, after: null, erased: true } })).toEqual(['status']);
  });

  it('are looked for elsewhere by what names one person only', () => {
    const held = [{ name: 'Ana Ruiz', email: 'ana@x.example', phone: '600 111 222', company: 'North Star', city: 'Cádiz' }, { name: 'Ana', email: 'none', phone: '112', title: 'Head of sales' }, { email: null }];
    expect(identifyingValues(held)).toEqual(['Ana Ruiz', 'ana@x.example', '600 111 222']);
    const changes = { to: made('Ana Ruiz <ANA@x.example>'), as: made('Ana Ruiz'), other: made('Juana'), nested: made({ a: ['x', 'ana@X.example'] }), gone: { before: null, after: null, erased: true } };
    expect(fieldsNaming(changes, identifyingValues(held))).toEqual(['to', 'as', 'nested']);
    expect(fieldsNaming({ said: made('says "Ana \\ Ruiz"') }, ['Ana \\ Ruiz'])).toEqual(['said']);
  });
});
