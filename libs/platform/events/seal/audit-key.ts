import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** The file of the key and the file of the signed heads, in the audit folder. */
const KEY_FILE = 'key.pem';
export const HEADS_FILE = 'heads.jsonl';

/** What a signature looks like in the file: base64url. */
export type Signature = string;

/**
 * The key that signs the heads of the chains (Ed25519). It lies outside the database, so that whoever can write to the
 * database cannot make a new chain look old.
 */
export class AuditKey {
  /** Tells keys apart after a rotation: the first half of the public key's digest. */
  readonly id: string;

  private constructor(
    private readonly privateKey: KeyObject | null,
    private readonly publicKey: KeyObject,
  ) {
    this.id = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 32);
  }

  /**
   * @param pem private key to sign and verify with, or public key to verify with
   * @throws Error for anything else than an Ed25519 key
   */
  static of(pem: string): AuditKey {
    const secret = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : null;
    const open = createPublicKey(secret ?? pem);
    if (open.asymmetricKeyType !== 'ed25519') throw new Error('The audit key must be an Ed25519 key in PEM form.');
    return new AuditKey(secret, open);
  }

  /** The key of an audit folder; made there, readable to its owner only, when there is none yet. */
  static inFolder(folder: string): AuditKey {
    const file = join(folder, KEY_FILE);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // `wx`: of two processes that start at once, one makes the key and the other reads it.
    if (!existsSync(file)) makeKey(file);
    chmodSync(file, 0o600);
    return AuditKey.of(readFileSync(file, 'utf8'));
  }

  /** The key of an audit folder if it has one; nothing is made. */
  static existing(folder: string): AuditKey | null {
    const file = join(folder, KEY_FILE);
    return existsSync(file) ? AuditKey.of(readFileSync(file, 'utf8')) : null;
  }

  /** @throws Error when only the public key is here */
  sign(text: string): Signature {
    if (!this.privateKey) throw new Error('Signing takes the private key.');
    return sign(null, Buffer.from(text, 'utf8'), this.privateKey).toString('base64url');
  }

  verifies(text: string, signature: Signature): boolean {
    return verify(null, Buffer.from(text, 'utf8'), this.publicKey, Buffer.from(signature, 'base64url'));
  }

  /** For whoever verifies elsewhere. */
  get publicPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
