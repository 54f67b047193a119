import fc from 'fast-check';
import { comparableName, domainOf, normalizeEmail, normalizeLine, normalizePhone, normalizeText, normalizeWebsite } from './normalize.js';

describe('normalizeLine', () => {
  it.each([
    ['  Ana   Ruiz ', 'Ana Ruiz'],
    ['Ana\u0000\u200b Ruiz', 'Ana Ruiz'],
    ['Ana\r\n\tRuiz', 'Ana Ruiz'],
    ['Jose\u0301', 'José'],
    ['\ufeff', null],
    ['a\ud800b \u{1f600}', 'ab \u{1f600}'],
    ['', null],
    [undefined, null],
  ])('%j is %j', (text, expected) => expect(normalizeLine(text)).toBe(expected));
});

describe('normalizeText', () => {
  it('keeps line breaks and drops the rest', () => {
    expect(normalizeText('  a\r\nb  c \n\n\n\n d\u0007 ')).toBe('a\nb c\n\nd');
    expect(normalizeText(' \n ')).toBeNull();
  });
});

describe('normalizeEmail', () => {
  it.each([
    [' Ana.Ruiz@Example.ORG ', 'ana.ruiz@example.org'],
    ['"Ruiz, Ana" <ana@example.org>', 'ana@example.org'],
    ['mailto:ana+crm@sub.example.co.uk', 'ana+crm@sub.example.co.uk'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['ana@example', null],
    ['ana@@example.org', null],
    ['ana example.org', null],
    ['.ana@example.org', null],
    ['a..b@example.org', null],
    ['ana@-example.org', null],
    ['ana@example.org, bo@example.org', null],
    [`${'a'.repeat(65)}@example.org`, null],
    [`a@${'b'.repeat(250)}.org`, null],
    ['', null],
  ])('%j is %j', (text, expected) => expect(normalizeEmail(text)).toBe(expected));
});

describe('normalizePhone', () => {
  it.each([
    ['+1 (415) 555-0100', undefined, '+14155550100'],
    ['0044 20 7946 0018', undefined, '+442079460018'],
    ['+44 (0)20 7946 0018', undefined, '+442079460018'],
    ['020 7946 0018', '44', '+442079460018'],
    ['020 7946 0018', undefined, '02079460018'],
    ['555-0100 ext. 12', undefined, '5550100'],
    ['tel:+34-600-100-200', undefined, '+34600100200'],
    ['call me', undefined, null],
    ['=HYPERLINK("x")', undefined, null],
    ['12345', undefined, null],
    ['+0123456789', undefined, null],
    ['+1234567890123456', undefined, null],
    ['1234567890123', '9999', null],
    ['', undefined, null],
  ])('%j with %j is %j', (text, code, expected) => expect(normalizePhone(text, code)).toBe(expected));
});

describe('normalizeWebsite', () => {
  it.each([
    ['Example.ORG/', 'https://example.org'],
    ['http://www.Example.org/Path/', 'http://www.example.org/Path'],
    ['https://example.org/?q=1', 'https://example.org/?q=1'],
    ['javascript:alert(1)', null],
    ['ftp://example.org', null],
    ['https://user:pass@example.org', null],
    ['localhost:3000', null],
    ['http://10.0.0.1', null],
    ['not a site', null],
    ['', null],
  ])('%j is %j', (text, expected) => expect(normalizeWebsite(text)).toBe(expected));
});

describe('domainOf', () => {
  it.each([
    ['ana@mail.example.org', 'mail.example.org'],
    ['https://www.example.org/x', 'example.org'],
    ['nonsense', null],
  ])('%j is %j', (text, expected) => expect(domainOf(text)).toBe(expected));
});

describe('comparableName', () => {
  it.each([
    ['Müller & Söhne, GmbH', 'muller sohne gmbh'],
    ['  ACME   Inc. ', 'acme inc'],
    ['日本 商事', '日本 商事'],
    ['...', ''],
    [null, ''],
  ])('%j is %j', (text, expected) => expect(comparableName(text)).toBe(expected));
});

it('normalizing twice is normalizing once', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.emailAddress(), fc.webUrl()), (text) => {
    for (const normalize of [normalizeLine, normalizeText, normalizeEmail, (value: string) => normalizePhone(value), normalizeWebsite]) {
      const once = normalize(text);
      if (once !== null) expect(normalize(once)).toBe(once);
    }
    expect(comparableName(comparableName(text))).toBe(comparableName(text));
  }));
});
