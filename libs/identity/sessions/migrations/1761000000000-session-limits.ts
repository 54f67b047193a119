import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a session was opened, when its person last proved who they are, and its own idle limit (IAM-06). */
export class SessionLimits1761000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE session
        ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD',
        ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
        -- Taken from the policy of the person's tier when it was opened; a stricter policy lowers it.
        ADD COLUMN idle_minutes integer NOT NULL DEFAULT 10080,
        ADD COLUMN known_device_id uuid,
        ADD COLUMN registered_device_id uuid,
        ADD COLUMN country text,
        ADD CONSTRAINT ck_session_method CHECK (method IN ('PASSWORD', 'LINK', 'INVITATION', 'OIDC', 'SAML')),
        ADD CONSTRAINT ck_session_idle CHECK (idle_minutes > 0),
        DROP CONSTRAINT ck_session_reason,
        ADD CONSTRAINT ck_session_reason CHECK (revoked_reason IN (
          'SIGNED_OUT', 'REFRESH_REUSED', 'DEACTIVATED', 'ENDED_BY_OWNER', 'ENDED_BY_ADMIN', 'PASSWORD_CHANGED', 'SECOND_FACTOR_CHANGED', 'DEVICE_REVOKED', 'RISK'));
      CREATE INDEX ix_session_alive ON session (organization_id, created_at DESC, id DESC) WHERE revoked_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_session_alive;
      ALTER TABLE session
        DROP CONSTRAINT ck_session_reason,
        ADD CONSTRAINT ck_session_reason CHECK (revoked_reason IN ('SIGNED_OUT', 'REFRESH_REUSED', 'DEACTIVATED', 'ENDED_BY_ADMIN')),
        DROP COLUMN method, DROP COLUMN proved_at, DROP COLUMN idle_minutes, DROP COLUMN known_device_id, DROP COLUMN registered_device_id, DROP COLUMN country;
    `);
  }
}
