import { askToContinue, provideRenewalPrompt, refusalOf, signInAddress } from './renewal';

const refused = (code: string, details?: { challenge?: string }) => ({ message: 'No', extensions: { code, ...(details ? { details } : {}) } });

describe('a session that may not go on by itself', () => {
  it('is told from one that is over', () => {
    expect(refusalOf(undefined)).toBeNull();
    expect(refusalOf(refused('UNAUTHENTICATED'))).toBeNull();
    expect(refusalOf(refused('TWO_FACTOR_REQUIRED'))).toBeNull();
    expect(refusalOf(refused('TWO_FACTOR_REQUIRED', { challenge: 'c1' }))).toEqual({ code: 'TWO_FACTOR_REQUIRED', message: 'No', challenge: 'c1' });
    expect(refusalOf(refused('NETWORK_NOT_ALLOWED'))).toEqual({ code: 'NETWORK_NOT_ALLOWED', message: 'No', challenge: null });
  });

  it('is asked about over the open page, and goes to the sign-in screen with its reason where none is open', async () => {
    const network = refusalOf(refused('DEVICE_NOT_ALLOWED'))!;
    const asked: string[] = [];
    const stop = provideRenewalPrompt(({ code }) => {
      asked.push(code);
      return Promise.resolve(true);
    });
    expect(await askToContinue(network)).toBe(true);
    expect(asked).toEqual(['DEVICE_NOT_ALLOWED']);
    expect(signInAddress('/leads?x=1')).toBe('/sign-in?next=%2Fleads%3Fx%3D1');
    stop();
    expect(await askToContinue(network)).toBe(false);
    expect(signInAddress('/leads')).toBe('/sign-in?next=%2Fleads&problem=DEVICE_NOT_ALLOWED');
    await askToContinue(refusalOf(refused('TWO_FACTOR_REQUIRED', { challenge: 'a b' }))!);
    expect(signInAddress('/leads')).toBe('/sign-in?next=%2Fleads&problem=TWO_FACTOR_REQUIRED#challenge=a%20b&kind=CODE');
  });
});
