import { storedEmoji } from './emoji.js';

describe('an emoji', () => {
  it.each(['👍', '👍🏽', '❤️', '👩‍💻', '🏳️‍🌈', '🇪🇸', '1️⃣', '#️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '✅', ' 🎉 '])('is %s', (emoji) => {
    expect(storedEmoji(emoji)).toBe(emoji.trim());
  });

  it.each(['', ' ', 'a', '1', '#', '👍👍', '👍 👎', ':thumbsup:', '<b>', '👍x', '🇪', '👩‍'.repeat(20)])('is not %j', (text) => {
    expect(() => storedEmoji(text)).toThrow('React with one emoji.');
  });
});
