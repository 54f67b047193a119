import { inBulk } from './bulk';

describe('inBulk', () => {
  it('reports done, skipped and why, each row once', async () => {
    const calls: number[] = [];
    const report = await inBulk([1, 2, 3, 4, 5, 6, 7], String, (row) => `Row ${row}`, async (row) => {
      calls.push(row);
      return row % 3 === 0 ? 'Divisible' : null;
    });
    expect(calls.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(report).toEqual({
      done: 5,
      skipped: [
        { id: '3', label: 'Row 3', reason: 'Divisible' },
        { id: '6', label: 'Row 6', reason: 'Divisible' },
      ],
    });
  });

  it('never runs more than four at once', async () => {
    let now = 0;
    let most = 0;
    await inBulk(Array.from({ length: 20 }, (_, index) => index), String, String, async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return null;
    });
    expect(most).toBe(4);
  });
});
