import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { selfSignedCertificate } from './self-signed-certificate.js';

describe('self-signed certificates', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const from = new Date('2026-11-21T15:30:00Z');

  it.each([['2036-11-21T15:30:00Z', 'Nov 21 15:30:00 2036 GMT'], ['2056-01-02T03:04:05Z', 'Jan  2 03:04:05 2056 GMT']])('are read by others as they were meant, until %s', (until, shown) => {
    const pem = selfSignedCertificate(keys, 'Throughline 01a2 Ñ', from, new Date(until));
    const read = new X509Certificate(pem);
    expect([read.subject, read.issuer, read.validFrom, read.validTo]).toEqual(['CN=Throughline 01a2 Ñ', 'CN=Throughline 01a2 Ñ', 'Nov 21 15:30:00 2026 GMT', shown]);
    expect([read.verify(keys.publicKey), read.checkPrivateKey(keys.privateKey), read.ca]).toEqual([true, true, false]);
    expect(read.toString()).toBe(pem);
  });

  it('differ from each other', () => {
    const serials = Array.from({ length: 20 }, () => new X509Certificate(selfSignedCertificate(keys, 'x', from, from)).serialNumber);
    expect(new Set(serials).size).toBe(20);
    expect(serials.every((serial) => /^[4-7]/.test(serial) && serial.length === 32)).toBe(true);
  });
});
