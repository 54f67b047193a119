import { dedupeKey, type Identity } from './dedupe-key.js';

const cases: [Identity, string | null][] = [
  [{ externalId: ' A-1 ', email: 'ana@example.org', phone: '+14155550100', name: 'Ana', company: 'Acme' }, 'id:A-1'],
  [{ externalId: '', email: ' ANA@example.org', phone: '+14155550100', name: 'Ana' }, 'email:ana@example.org'],
  [{ email: 'not an address', phone: '+1 (415) 555-0100', name: 'Ana' }, 'phone:+14155550100'],
  [{ phone: 'call me', name: ' Ána  Ruiz ', company: 'ACME, Inc.' }, 'name:ana ruiz|acme inc'],
  [{ name: 'Ana Ruiz' }, 'name:ana ruiz|'],
  [{ company: 'Acme Inc' }, 'name:|acme inc'],
  [{ name: '...', company: '  ' }, null],
  [{}, null],
];

it.each(cases)('%j has the key %j', (identity, key) => expect(dedupeKey(identity)).toBe(key));

it('tells a person from a company of the same name', () => {
  expect(dedupeKey({ name: 'Acme' })).not.toBe(dedupeKey({ company: 'Acme' }));
});
