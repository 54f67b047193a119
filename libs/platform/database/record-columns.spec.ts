import { columnValues, fieldChanges, selectList } from './record-columns.js';

it('selects columns under the names of fields', () => {
  expect(selectList(['id', 'statusReason', 'wishedDate::text'])).toBe('id AS "id", status_reason AS "statusReason", wished_date::text AS "wishedDate"');
});

it('turns values by field into values by column', () => {
  const at = new Date();
  expect(columnValues({ budgetMinor: 5n, extra: { a: 1 }, tags: ['x'], closedAt: at, name: null, absent: undefined }))
    .toEqual({ budget_minor: '5', extra: '{"a":1}', tags: ['x'], closed_at: at, name: null });
});

it('finds what changed, by value', () => {
  const at = new Date('2026-01-02T03:04:05.678Z');
  const before = { name: 'A', tags: ['x'], extra: { a: 1, b: 2 }, budgetMinor: '5', at, gone: 'x' };
  expect(fieldChanges(before, { name: 'A', tags: ['x'], extra: { b: 2, a: 1 }, budgetMinor: 5n, at: new Date(at), gone: undefined })).toEqual({});
  expect(fieldChanges(before, { name: 'B', tags: ['x', 'y'], extra: { a: 1 }, budgetMinor: 6n, fresh: 1, gone: null })).toEqual({
    name: { before: 'A', after: 'B' },
    tags: { before: ['x'], after: ['x', 'y'] },
    extra: { before: { a: 1, b: 2 }, after: { a: 1 } },
    budgetMinor: { before: '5', after: '6' },
    fresh: { before: null, after: 1 },
    gone: { before: 'x', after: null },
  });
});
