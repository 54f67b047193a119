import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Devices on which employees may sign in (IAM-11). */
export class RegisteredDevice1761000030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE registered_device (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        fingerprint bytea NOT NULL,
        status text NOT NULL DEFAULT 'PENDING',
        decided_by uuid,
        last_used_at timestamptz,
        CONSTRAINT pk_registered_device PRIMARY KEY (id),
        CONSTRAINT uq_registered_device_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_registered_device_fingerprint UNIQUE (user_id, fingerprint),
        CONSTRAINT ck_registered_device_kind CHECK (kind IN ('KEY', 'CERTIFICATE')),
        CONSTRAINT ck_registered_device_status CHECK (status IN ('PENDING', 'APPROVED', 'REVOKED')),
        CONSTRAINT fk_registered_device_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_registered_device_decided_by FOREIGN KEY (organization_id, decided_by) REFERENCES user_account (organization_id, id)
      );
      ALTER TABLE session ADD CONSTRAINT fk_session_registered_device
        FOREIGN KEY (organization_id, registered_device_id) REFERENCES registered_device (organization_id, id) ON DELETE SET NULL (registered_device_id);
      CREATE INDEX ix_registered_device_list ON registered_device (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_registered_device_decided_by ON registered_device (organization_id, decided_by);

      -- Before anybody's organization is known: random challenges, hashed.
      CREATE TABLE answered_device_challenge (
        hash bytea NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_answered_device_challenge PRIMARY KEY (hash)
      );
      GRANT SELECT, INSERT, DELETE ON answered_device_challenge TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'registered_device');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session DROP CONSTRAINT fk_session_registered_device; DROP TABLE answered_device_challenge, registered_device');
  }
}
