import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import type { Work } from '../database/index.js';
import { newId } from '../kernel/index.js';
import { newDataKeyBytes, unwrapDataKey, wrapDataKey, type WrappedDataKey } from './data-keys.js';
import { decrypt, encrypt } from './envelope.js';

/** First byte of sealed bytes: lets a later format stand beside this one. */
const FORMAT = 1;
const HEADER_BYTES = 17;

interface DataKey {
  id: string;
  bytes: Buffer;
}

/** Where an organization's data key is read: a transaction, or whoever runs the installation as the database's owner. */
export interface KeyReader {
  readonly actor: { readonly organizationId: string };
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/**
 * Seals what must not lie readable in the database (SEC-02): TOTP secrets, provider credentials, mail bodies, personal
 * fields. AES-256-GCM with a data key for each organization, wrapped by the installation's master key. Sealed bytes are
 * format (1), id of the data key (16), nonce (12), cipher text, tag (16); purpose and organization are authenticated.
 */
@Injectable()
export class Secrets {
  /** Unwrapped keys that are committed, by id and by organization; an installation has few. */
  private readonly byId = new Map<string, DataKey>();
  private readonly byOrganization = new Map<string, DataKey>();
  /** A key made in a transaction is known to that transaction only: it may still be rolled back. */
  private readonly unCommitted = new WeakMap<KeyReader, DataKey>();

  constructor(@Inject(Config) private readonly config: Pick<Config, 'masterKeys'>) {}

  /**
   * Seals a value for the organization of the running transaction; its first call makes the organization's data key.
   *
   * @param purpose what the value is, `totp.secret`; opening needs the same
   */
  async seal(work: Work, purpose: string, value: Buffer | string): Promise<Buffer> {
    const { organizationId } = work.actor;
    const key = this.unCommitted.get(work) ?? this.byOrganization.get(organizationId) ?? (await this.load(work)) ?? (await this.create(work));
    const sealed = encrypt(key.bytes, context(organizationId, purpose, key.id), Buffer.from(value));
    return Buffer.concat([Buffer.of(FORMAT), idBytes(key.id), sealed]);
  }

  /**
   * Opens what `seal` gave for the same organization and purpose.
   *
   * @throws Error without detail for another organization or purpose, or when a byte was altered
   */
  async open(work: KeyReader, purpose: string, sealed: Buffer): Promise<Buffer> {
    if (sealed[0] !== FORMAT || sealed.length < HEADER_BYTES) throw new Error('These are no sealed bytes.');
    const { organizationId } = work.actor;
    const id = idText(sealed.subarray(1, HEADER_BYTES));
    const key = this.byId.get(`${organizationId}:${id}`) ?? (await this.load(work, id));
    if (!key) throw new Error('The organization has no such data key.');
    return decrypt(key.bytes, context(organizationId, purpose, id), sealed.subarray(HEADER_BYTES));
  }

  private async load(work: KeyReader, id?: string): Promise<DataKey | null> {
    const { organizationId } = work.actor;
    const own = this.unCommitted.get(work);
    if (own && (!id || own.id === id)) return own;
    const [row] = await work.query<WrappedDataKey>(
      'SELECT id, organization_id, master_key_id, wrapped FROM data_key WHERE organization_id = $1 AND ($2::uuid IS NULL OR id = $2)',
      [organizationId, id ?? null],
    );
    if (!row) return null;
    const key = { id: row.id, bytes: unwrapDataKey(this.config.masterKeys, row) };
    this.byId.set(`${organizationId}:${key.id}`, key);
    this.byOrganization.set(organizationId, key);
    return key;
  }

  /** Of two transactions that make the first key at once the second waits for the first, and takes its key. */
  private async create(work: Work): Promise<DataKey> {
    const { organizationId } = work.actor;
    const key = { id: newId(), bytes: newDataKeyBytes() };
    const row = wrapDataKey(this.config.masterKeys, key.id, organizationId, key.bytes);
    const inserted = await work.execute(
      'INSERT INTO data_key (id, organization_id, master_key_id, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT (organization_id) DO NOTHING',
      [row.id, organizationId, row.master_key_id, row.wrapped],
    );
    if (inserted === 1) {
      this.unCommitted.set(work, key);
      return key;
    }
    const theirs = await this.load(work);
    if (!theirs) throw new Error('The organization\'s data key cannot be found.');
    return theirs;
  }
}

const context = (organizationId: string, purpose: string, keyId: string): string[] => ['sealed', organizationId, purpose, keyId];

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const idText = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
