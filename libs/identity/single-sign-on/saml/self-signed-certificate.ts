import { type KeyObject, randomBytes, sign } from 'node:crypto';

/** Tags of DER (X.690). */
const TAG = { BOOLEAN: 0x01, INTEGER: 0x02, BIT_STRING: 0x03, OCTET_STRING: 0x04, NULL: 0x05, OID: 0x06, UTF8: 0x0c, UTC_TIME: 0x17, GENERALIZED_TIME: 0x18, SEQUENCE: 0x30, SET: 0x31, EXPLICIT_0: 0xa0, EXPLICIT_3: 0xa3 } as const;

const OID = {
  sha256WithRsa: Buffer.from('2a864886f70d01010b', 'hex'),
  commonName: Buffer.from('550403', 'hex'),
  keyUsage: Buffer.from('551d0f', 'hex'),
};
/** keyEncipherment only: nothing is signed with these keys (RFC 5280, 4.2.1.3). */
const KEY_ENCIPHERMENT = Buffer.from('03020520', 'hex');

/**
 * A certificate that says which public key to encrypt with, signed by that key itself (RFC 5280); those who take it take it from
 * metadata that they fetched from us, not from an authority.
 *
 * @param name the common name
 * @returns PEM
 */
export function selfSignedCertificate({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }, name: string, from: Date, until: Date): string {
  const algorithm = der(TAG.SEQUENCE, der(TAG.OID, OID.sha256WithRsa), der(TAG.NULL));
  const subject = der(TAG.SEQUENCE, der(TAG.SET, der(TAG.SEQUENCE, der(TAG.OID, OID.commonName), der(TAG.UTF8, Buffer.from(name)))));
  const usage = der(TAG.SEQUENCE, der(TAG.OID, OID.keyUsage), der(TAG.BOOLEAN, Buffer.of(0xff)), der(TAG.OCTET_STRING, KEY_ENCIPHERMENT));
  const serial = randomBytes(16);
  // Positive, and without a leading zero byte.
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  const content = der(
    TAG.SEQUENCE,
    der(TAG.EXPLICIT_0, der(TAG.INTEGER, Buffer.of(2))), der(TAG.INTEGER, serial), algorithm, subject,
    der(TAG.SEQUENCE, time(from), time(until)), subject, publicKey.export({ type: 'spki', format: 'der' }), der(TAG.EXPLICIT_3, der(TAG.SEQUENCE, usage)),
  );
  const certificate = der(TAG.SEQUENCE, content, algorithm, der(TAG.BIT_STRING, Buffer.of(0), sign('sha256', content, privateKey)));
  return `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(body.length), body]);
}

function lengthOf(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.of(bytes);
  return bytes < 0x100 ? Buffer.of(0x81, bytes) : Buffer.of(0x82, bytes >> 8, bytes & 0xff);
}

/** Years from 2050 on are written with four digits. */
function time(when: Date): Buffer {
  const text = `${when.toISOString().replace(/[-:T]|\.\d+/g, '')}`;
  return when.getUTCFullYear() < 2050 ? der(TAG.UTC_TIME, Buffer.from(text.slice(2))) : der(TAG.GENERALIZED_TIME, Buffer.from(text));
}
