import { base32, fromBase32, newTotpSecret, totpCode, totpStep, totpUri } from './totp.js';

describe('time-based codes', () => {
  const secret = Buffer.from('12345678901234567890');

  // RFC 6238, appendix B, the SHA-1 rows; its eight digits end with our six.
  it.each([[59, '287082'], [1111111109, '081804'], [1111111111, '050471'], [1234567890, '005924'], [2000000000, '279037'], [20000000000, '353130']])(
    'are those of RFC 6238 at %d', (seconds, code) => expect(totpCode(secret, new Date(seconds * 1000))).toBe(code));

  it('are good in their step, the one before and the one after, and tell which', () => {
    const at = (seconds: number): Date => new Date(seconds * 1000);
    const code = totpCode(secret, at(3000));
    expect([2969, 2970, 2999, 3000, 3029, 3030, 3059, 3060].map((seconds) => totpStep(secret, code, at(seconds)))).toEqual([null, 100, 100, 100, 100, 100, 100, null]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '12 456', '１２３４５６'])('are six digits: not %j', (code) => expect(totpStep(secret, code)).toBeNull());

  it('have secrets of 160 random bits', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets.map(base32)).size).toBe(50);
    expect(secrets[0]).toHaveLength(20);
  });

  // RFC 4648, 10, without padding.
  it.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foob', 'MZXW6YQ'], ['fooba', 'MZXW6YTB'], ['foobar', 'MZXW6YTBOI']])(
    'are written in base32: %j', (text, letters) => {
      expect(base32(Buffer.from(text))).toBe(letters);
      expect(fromBase32(letters.toLowerCase()).toString()).toBe(text);
    });

  it('are not written in anything else', () => expect(() => fromBase32('MZXW1')).toThrow('base32'));

  it('reach authenticators as an address', () => {
    expect(totpUri(secret, 'Lantern & Oak', 'ada@lantern-oak.example')).toBe(
      'otpauth://totp/Lantern%20%26%20Oak:ada%40lantern-oak.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lantern%20%26%20Oak&algorithm=SHA1&digits=6&period=30');
  });
});
