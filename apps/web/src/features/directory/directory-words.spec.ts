import { daysText, weekText } from './directory-words';

describe('words of the directory', () => {
  it('says days as people do', () => {
    expect(daysText(['FRIDAY', 'MONDAY', 'TUESDAY', 'THURSDAY', 'WEDNESDAY'])).toBe('Mon–Fri');
    expect(daysText(['MONDAY', 'TUESDAY', 'THURSDAY'])).toBe('Mon, Tue, Thu');
    expect(daysText(null)).toBe('–');
  });

  it('says hours a week', () => {
    expect(weekText(2400)).toBe('40 h a week');
    expect(weekText(2250)).toBe('37.5 h a week');
    expect(weekText(null)).toBe('–');
  });
});
