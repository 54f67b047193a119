import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Devices that people signed in with before: lockouts do not touch them, others are told of (IAM-06, IAM-07). */
export class KnownDevice1761000008000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE known_device (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        -- SHA-256 of 256 random bits; the token itself is in the device's cookie only.
        token_hash bytea NOT NULL,
        address text,
        user_agent text,
        CONSTRAINT pk_known_device PRIMARY KEY (id),
        CONSTRAINT uq_known_device_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_known_device_token UNIQUE (token_hash),
        CONSTRAINT fk_known_device_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      ALTER TABLE session ADD CONSTRAINT fk_session_known_device
        FOREIGN KEY (organization_id, known_device_id) REFERENCES known_device (organization_id, id) ON DELETE SET NULL (known_device_id);
      CREATE INDEX ix_known_device_user ON known_device (organization_id, user_id, last_seen_at);

      -- Before it is known who signs in: whether one of these cookies belongs to the account of this address.
      CREATE FUNCTION app.find_known_device(hashes bytea[], wanted_email text) RETURNS TABLE (device_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT d.id FROM public.known_device d JOIN public.user_account u ON u.id = d.user_id
        WHERE d.token_hash = ANY (hashes) AND u.email = wanted_email
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_known_device(bytea[], text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_known_device(bytea[], text) TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'known_device');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE session DROP CONSTRAINT fk_session_known_device; DROP FUNCTION app.find_known_device(bytea[], text); DROP TABLE known_device;');
  }
}
