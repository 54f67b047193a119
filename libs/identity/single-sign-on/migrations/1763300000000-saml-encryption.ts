import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Encrypted SAML assertions: whether a provider must encrypt, and the keys that open what it sends (IAM-08). */
export class SamlEncryption1763300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sign_in_provider
        ADD COLUMN requires_encryption boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT ck_sign_in_provider_encryption CHECK (kind = 'SAML' OR NOT requires_encryption);

      CREATE TABLE sign_in_provider_key (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        provider_id uuid NOT NULL,
        -- PEM, what the metadata publishes.
        certificate text NOT NULL,
        key_sealed bytea NOT NULL,
        -- NULL: the key in use. A former one still opens assertions until then.
        accepted_until timestamptz,
        CONSTRAINT pk_sign_in_provider_key PRIMARY KEY (id),
        CONSTRAINT uq_sign_in_provider_key_tenant UNIQUE (organization_id, id),
        CONSTRAINT fk_sign_in_provider_key_provider FOREIGN KEY (organization_id, provider_id) REFERENCES sign_in_provider (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX ix_sign_in_provider_key_provider ON sign_in_provider_key (organization_id, provider_id);
      CREATE UNIQUE INDEX uq_sign_in_provider_key_current ON sign_in_provider_key (provider_id) WHERE accepted_until IS NULL;
    `);
    await tenantTable(queryRunner, 'sign_in_provider_key');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE sign_in_provider_key;
      ALTER TABLE sign_in_provider DROP CONSTRAINT ck_sign_in_provider_encryption, DROP COLUMN requires_encryption;
    `);
  }
}
