import { emptyStream, opened, type Stream, type StreamPage, withNews, withOlder, withoutRecord, withTop } from './stream';

interface Row { id: string; recordId: string }
const page = (ids: readonly number[], hasNextPage = true): StreamPage<Row> => ({ nodes: ids.map((id) => ({ id: String(id), recordId: `r${id}` })), pageInfo: { hasNextPage, endCursor: ids.length > 0 ? String(ids.at(-1)) : null } });
const ids = ({ entries, news }: Stream<Row>): [string[], string[]] => [entries.map(({ id }) => id), news.map(({ id }) => id)];

describe('the stream', () => {
  it('grows downwards without doubling anything', () => {
    expect(ids(withOlder(opened(page([9, 8])), page([8, 7], false)))).toEqual([['9', '8', '7'], []]);
  });

  it('lets what is new wait until it is wanted', () => {
    const waiting = withTop(opened(page([9, 8])), page([11, 10, 9]));
    expect(ids(waiting)).toEqual([['9', '8'], ['11', '10']]);
    expect(ids(withNews(waiting))).toEqual([['11', '10', '9', '8'], []]);
  });

  it('compares numbers, not words', () => expect(ids(withNews(withTop(opened(page([99, 98])), page([101, 100, 99]))))).toEqual([['101', '100', '99', '98'], []]));

  it('pieces nothing together over a gap', () => {
    const waiting = withTop(opened(page([9, 8])), page([99, 98]));
    expect(ids(waiting)).toEqual([['9', '8'], ['99', '98']]);
    expect(ids(withNews(waiting))).toEqual([['99', '98'], []]);
    expect(withNews(waiting).cursor).toBe('98');
  });

  it('takes away what is not to be seen any more, as far as it knows', () => {
    expect(ids(withTop(opened(page([9, 8, 7, 6])), page([9, 7])))).toEqual([['9', '7', '6'], []]);
    expect(ids(withTop(opened(page([9, 8, 7])), page([9], false)))).toEqual([['9'], []]);
    expect(ids(withoutRecord(withTop(opened(page([9, 8])), page([10, 9])), 'r10'))).toEqual([['9', '8'], []]);
  });

  it('puts what was told late into its place', () => {
    expect(ids(withNews(withTop(opened(page([9, 7])), page([10, 9, 8, 7]))))).toEqual([['10', '9', '8', '7'], []]);
  });

  it('begins with the first thing that happens', () => {
    expect(ids(withNews(withTop(emptyStream as Stream<Row>, page([1], false))))).toEqual([['1'], []]);
  });
});
