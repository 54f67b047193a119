import { LEAD_STATUSES } from '../lead.workflow.js';
import { AUTHORITIES, NEEDS, TIMELINES } from '../scoring/index.js';
import {
  currencyDigits, parseAmount, parseAuthority, parseBoolean, parseCount, parseDay, parseDecimal, parseMoment, parseNeed, parsePriority, parseStatus, parseTimeline,
} from './values.js';

it.each([['Yes', true], ['1', true], ['TRUE', true], ['no', false], ['0', false], ['maybe', undefined], ['', undefined]])(
  'yes or no: %j is %j', (text, expected) => expect(parseBoolean(text)).toBe(expected));

it.each([
  ['0', 0], ['17', 17], ['1,234', 1_234], ["1'234'567", 1_234_567], ['3.0', 3], ['1532', 1_532], ['2147483647', 2_147_483_647],
  ['2147483648', undefined], ['-1', undefined], ['1.5', undefined], ['1,23', undefined], ['many', undefined], ['', undefined],
])('a count: %j is %j', (text, expected) => expect(parseCount(text)).toBe(expected));

it.each([['1.5', 1.5], ['2,25', 2.25], ['7', 7], ['-1', undefined], ['1.2.3', undefined], ['', undefined]])(
  'a decimal: %j is %j', (text, expected) => expect(parseDecimal(text)).toBe(expected));

it.each([
  ['1234', 2, 123_400n], ['1,234.50', 2, 123_450n], ['1.234,50 €', 2, 123_450n], ['$1,234', 2, 123_400n], ['USD 1 234', 2, 123_400n],
  ["1'234'567.8", 2, 123_456_780n], ['1.234', 2, 123_400n], ['12.34', 2, 1_234n], ['12,5', 2, 1_250n], ['0', 2, 0n], ['1,234,567', 2, 123_456_700n],
  ['1234', 0, 1_234n], ['1234.5', 0, undefined], ['12.345', 3, 12_345_000n], ['12.345678', 2, undefined], ['1,2345', 2, undefined], ['12,34,567', 2, undefined],
  ['-5', 2, undefined], ['10k', 2, undefined], ['1.', 2, undefined], ['', 2, undefined], ['1234567890123456789', 2, undefined],
])('an amount: %j with %d decimals is %j', (text, digits, expected) => expect(parseAmount(text, digits)).toBe(expected));

it('knows the decimals of currencies', () => expect(['USD', 'EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 2, 0, 3]));

it.each([
  ['2026-11-21', null, '2026-11-21'], ['2026-1-2', null, '2026-01-02'], ['2026-11-21T10:00:00Z', null, '2026-11-21'], ['21.11.2026', null, '2026-11-21'],
  ['11/21/2026', null, '2026-11-21'], ['21/11/2026', null, '2026-11-21'], ['03/04/2026', null, undefined], ['03/03/2026', null, '2026-03-03'],
  ['03/04/2026', 'DMY', '2026-04-03'], ['03/04/2026', 'MDY', '2026-03-04'], ['21/11/2026', 'MDY', undefined], ['31.02.2026', null, undefined],
  ['2026-13-01', null, undefined], ['soon', null, undefined], ['', null, undefined], ['0026-01-01', null, undefined],
] as const)('a day: %j with %j is %j', (text, order, expected) => expect(parseDay(text, order)).toBe(expected));

it.each([
  ['2026-11-21T10:30:00+02:00', '2026-11-21T08:30:00.000Z'], ['2026-11-21', '2026-11-21T00:00:00.000Z'], ['21.11.2026 10:30', '2026-11-21T10:30:00.000Z'],
  ['2026-11-21 10:30:15', '2026-11-21T10:30:15.000Z'], ['2026-11-21 25:00', undefined], ['never', undefined],
])('a moment: %j is %j', (text, expected) => expect(parseMoment(text, null)?.toISOString()).toBe(expected));

it('reads every value by its own name', () => {
  for (const status of LEAD_STATUSES) expect(parseStatus(status)).toBe(status);
  for (const authority of AUTHORITIES) expect(parseAuthority(authority)).toBe(authority);
  for (const need of NEEDS) expect(parseNeed(need)).toBe(need);
  for (const timeline of TIMELINES) expect(parseTimeline(timeline)).toBe(timeline);
});

it.each([
  ['In Progress', 'CONTACTED'], ['Closed', 'CONVERTED'], ['Closed - Lost', 'LOST'], ['open', 'NEW'], ['Un-qualified', undefined], ['Unqualified', 'DISQUALIFIED'],
  ['whatever', undefined], ['', undefined],
])('a status: %j is %j', (text, expected) => expect(parseStatus(text)).toBe(expected));

it('reads priorities and timelines as others write them', () => {
  expect([parsePriority('Urgent'), parsePriority('normal'), parsePriority('?')]).toEqual(['HIGH', 'MEDIUM', undefined]);
  expect([parseTimeline('1-3 months'), parseTimeline('12+ months'), parseTimeline('ASAP')]).toEqual(['ONE_TO_THREE_MONTHS', 'OVER_TWELVE_MONTHS', 'IMMEDIATE']);
});
