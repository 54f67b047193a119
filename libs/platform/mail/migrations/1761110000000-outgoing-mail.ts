import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../database/index.js';

/** Mail on its way out; its body lies apart and sealed, because it carries links that let somebody in. */
export class OutgoingMail1761110000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outgoing_mail (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        recipient text NOT NULL,
        -- Whom it is for, where it is somebody with an account.
        user_id uuid,
        subject text NOT NULL,
        status text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_attempt_at timestamptz,
        last_error text,
        sent_at timestamptz,
        -- Of no use any more after this: the link in it has expired.
        expires_at timestamptz,
        CONSTRAINT pk_outgoing_mail PRIMARY KEY (id),
        CONSTRAINT uq_outgoing_mail_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_outgoing_mail_status CHECK (status IN ('WAITING', 'SENT', 'FAILED', 'KEPT')),
        CONSTRAINT ck_outgoing_mail_sent CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
        CONSTRAINT ck_outgoing_mail_recipient CHECK (recipient !~ '[\\s,;<>]' AND recipient LIKE '%_@_%'),
        CONSTRAINT ck_outgoing_mail_subject CHECK (subject !~ '[\\r\\n]'),
        CONSTRAINT fk_outgoing_mail_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_outgoing_mail_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_outgoing_mail_created ON outgoing_mail (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_outgoing_mail_status ON outgoing_mail (organization_id, status, created_at DESC, id DESC);
      CREATE INDEX ix_outgoing_mail_user ON outgoing_mail (organization_id, user_id) WHERE user_id IS NOT NULL;

      CREATE TABLE outgoing_mail_body (
        mail_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        sealed bytea NOT NULL,
        CONSTRAINT pk_outgoing_mail_body PRIMARY KEY (mail_id),
        CONSTRAINT fk_outgoing_mail_body_mail FOREIGN KEY (organization_id, mail_id) REFERENCES outgoing_mail (organization_id, id)
      );

      -- Mail that waited because no server was set: ids only, for the worker that has one now.
      CREATE FUNCTION app.mail_without_server(most integer) RETURNS TABLE (organization_id uuid, mail_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT m.organization_id, m.id FROM public.outgoing_mail m JOIN public.organization o ON o.id = m.organization_id AND o.status = 'ACTIVE'
        WHERE m.status = 'WAITING' AND m.attempts = 0 AND m.last_error IS NOT NULL ORDER BY m.created_at LIMIT most
      $$;
      REVOKE EXECUTE ON FUNCTION app.mail_without_server(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.mail_without_server(integer) TO ${APP_ROLE};
      CREATE INDEX ix_outgoing_mail_waiting ON outgoing_mail (created_at) WHERE status = 'WAITING';
    `);
    await tenantTable(queryRunner, 'outgoing_mail', ['SELECT', 'INSERT', 'UPDATE']);
    await tenantTable(queryRunner, 'outgoing_mail_body', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.mail_without_server(integer); DROP TABLE outgoing_mail_body, outgoing_mail');
  }
}
