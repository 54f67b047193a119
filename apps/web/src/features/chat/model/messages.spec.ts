import { aMessage, messagesFrom } from './fixtures';
import { behind, lastOwn, opened, type Stretch, withEarlier, withLater, withMessage, without } from './messages';

const page = (first: number, last: number, hasEarlier = false, hasLater = false) => ({ nodes: messagesFrom(first, last), hasEarlier, hasLater });
const sequences = (stretch: Stretch) => stretch.messages.map(({ sequence }) => sequence);

describe('the loaded stretch of a channel', () => {
  it('joins pages before and after, each message once and in order', () => {
    let stretch = opened(page(50, 54, true, true));
    stretch = withEarlier(stretch, page(46, 51, true));
    stretch = withLater(stretch, 54, page(54, 57));
    expect(sequences(stretch)).toEqual([46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57]);
    expect(stretch).toMatchObject({ hasEarlier: true, hasLater: false, through: 57 });
  });

  it('does not skip what others said before one\'s own answer came', () => {
    let stretch = opened(page(1, 4));
    stretch = withMessage(stretch, aMessage(7));
    expect(sequences(stretch)).toEqual([1, 2, 3, 4, 7]);
    // 5 and 6 are still asked for after 4.
    expect(stretch.through).toBe(4);
    stretch = withLater(stretch, 4, page(5, 7));
    expect(sequences(stretch)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('drops the answer for a place that was left', () => {
    const stretch = opened(page(1, 5, false, true));
    expect(withLater(stretch, 90, page(91, 95))).toBe(stretch);
  });

  it('keeps the newer version whatever the order of the answers', () => {
    const stretch = withMessage(opened(page(1, 2)), aMessage(2, { version: 3, body: 'new' }));
    expect(withMessage(stretch, aMessage(2, { version: 2, body: 'old' })).messages[1]?.body).toBe('new');
    expect(withMessage(stretch, aMessage(2, { version: 3, body: 'same version, later answer' })).messages[1]?.body).toBe('same version, later answer');
  });

  it('leaves what lies outside to the page that will hold it', () => {
    const stretch = opened(page(50, 60, true, true));
    expect(withMessage(stretch, aMessage(10))).toBe(stretch);
    expect(withMessage(stretch, aMessage(99))).toBe(stretch);
    expect(sequences(withMessage(opened(page(1, 2)), aMessage(3)))).toEqual([1, 2, 3]);
  });

  it('takes out what may not be seen any more, and knows when it is behind', () => {
    const stretch = opened(page(1, 3));
    expect(sequences(without(stretch, 'm2'))).toEqual([1, 3]);
    expect(without(stretch, 'm9')).toBe(stretch);
    expect(behind(stretch).hasLater).toBe(true);
  });

  it('finds one\'s own last message that can be edited', () => {
    const messages = [aMessage(1), aMessage(2), aMessage(3, { deletedAt: 'x', body: null }), aMessage(4, { author: { id: 'tom', name: 'Tom' } })];
    expect(lastOwn(messages, 'ada')?.id).toBe('m2');
    expect(lastOwn(messages, 'nobody')).toBeNull();
  });
});
