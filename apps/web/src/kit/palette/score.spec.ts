import { score } from './score';

describe('score', () => {
  it('prefers a beginning, then a word, then a part, then scattered letters', () => {
    const scores = [score('Leads', 'lead'), score('New lead', 'lead'), score('Misleading', 'lead'), score('Left order', 'leo')];
    expect(scores.every((each) => each !== null)).toBe(true);
    expect(scores).toEqual(scores.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  it('is null where a letter is missing or the letters lie too far apart', () => {
    expect(score('Leads', 'leadx')).toBeNull();
    expect(score('a very long way from here to the letter z', 'az')).toBeNull();
  });
});
