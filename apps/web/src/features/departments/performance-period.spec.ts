import { hoursText, periodOf } from './performance-period';

describe('periods of figures', () => {
  it('end today and count it', () => {
    const now = new Date(2026, 2, 3, 23, 59);
    expect(periodOf('7', now)).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(periodOf('30', now)).toEqual({ from: '2026-02-02', to: '2026-03-03' });
  });

  it('tell time in hours', () => {
    expect([0, 29, 30, 90, 2400].map(hoursText)).toEqual(['0 h', '0 h', '1 h', '2 h', '40 h']);
  });
});
