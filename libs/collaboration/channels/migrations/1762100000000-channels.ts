import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, dropSearchFunction, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Channels, who belongs to them, and what each person has read (CHA-01). */
export class Channels1762100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE channel (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        name text,
        topic text,
        record_subject text,
        record_id uuid,
        department_id uuid,
        direct_key text,
        two_sided boolean NOT NULL DEFAULT false,
        last_sequence bigint NOT NULL DEFAULT 0,
        last_client_sequence bigint NOT NULL DEFAULT 0,
        last_message_at timestamptz,
        last_client_message_at timestamptz,
        archived_at timestamptz,
        retention_days integer,
        created_by uuid,
        CONSTRAINT pk_channel PRIMARY KEY (id),
        CONSTRAINT uq_channel_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_channel_record UNIQUE (organization_id, record_id, record_subject),
        CONSTRAINT uq_channel_direct UNIQUE (organization_id, direct_key),
        CONSTRAINT uq_channel_department UNIQUE (organization_id, department_id),
        CONSTRAINT ck_channel_kind CHECK (kind IN ('DIRECT', 'GROUP', 'PRIVATE', 'DEPARTMENT', 'PROJECT', 'TASK', 'CUSTOMER', 'RECORD')),
        -- Each kind has what decides who sees it, and nothing else: a private channel that followed a record would be the record's.
        CONSTRAINT ck_channel_record CHECK ((kind IN ('PROJECT', 'TASK', 'CUSTOMER', 'RECORD')) = (record_id IS NOT NULL)
          AND (record_id IS NULL) = (record_subject IS NULL)),
        CONSTRAINT ck_channel_department CHECK ((kind = 'DEPARTMENT') = (department_id IS NOT NULL)),
        CONSTRAINT ck_channel_direct CHECK ((kind = 'DIRECT') = (direct_key IS NOT NULL)),
        CONSTRAINT ck_channel_two_sided CHECK (NOT two_sided OR record_id IS NOT NULL),
        CONSTRAINT ck_channel_sequence CHECK (last_client_sequence BETWEEN 0 AND last_sequence),
        CONSTRAINT ck_channel_retention CHECK (retention_days BETWEEN 1 AND 36500),
        CONSTRAINT fk_channel_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_channel_created_by FOREIGN KEY (organization_id, created_by) REFERENCES user_account (organization_id, id)
      ) WITH (fillfactor = 70);
      -- None over what every message moves: its row is then changed without a word to any index.
      CREATE INDEX ix_channel_kind ON channel (organization_id, kind, created_at DESC, id DESC);
      CREATE INDEX ix_channel_created ON channel (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_channel_retention ON channel (organization_id, id) WHERE retention_days IS NOT NULL;

      CREATE TABLE channel_member (
        channel_id uuid NOT NULL,
        user_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        role text NOT NULL DEFAULT 'MEMBER',
        joined_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_channel_member PRIMARY KEY (channel_id, user_id),
        CONSTRAINT ck_channel_member_role CHECK (role IN ('OWNER', 'MEMBER')),
        CONSTRAINT fk_channel_member_channel FOREIGN KEY (organization_id, channel_id) REFERENCES channel (organization_id, id),
        CONSTRAINT fk_channel_member_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_channel_member_user ON channel_member (organization_id, user_id, channel_id);

      CREATE TABLE channel_reader (
        channel_id uuid NOT NULL,
        user_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        last_read_sequence bigint NOT NULL DEFAULT 0,
        last_read_client_sequence bigint NOT NULL DEFAULT 0,
        last_read_at timestamptz,
        notify text NOT NULL DEFAULT 'ALL',
        starred boolean NOT NULL DEFAULT false,
        following boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_channel_reader PRIMARY KEY (channel_id, user_id),
        CONSTRAINT ck_channel_reader_notify CHECK (notify IN ('ALL', 'MENTIONS', 'NONE')),
        CONSTRAINT fk_channel_reader_channel FOREIGN KEY (organization_id, channel_id) REFERENCES channel (organization_id, id),
        CONSTRAINT fk_channel_reader_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_channel_reader_user ON channel_reader (organization_id, user_id, channel_id) WHERE following;

      -- Messages that name somebody and are not read yet: few, deleted as they are read.
      CREATE TABLE channel_mention (
        channel_id uuid NOT NULL,
        user_id uuid NOT NULL,
        sequence bigint NOT NULL,
        organization_id uuid NOT NULL,
        CONSTRAINT pk_channel_mention PRIMARY KEY (channel_id, user_id, sequence),
        CONSTRAINT fk_channel_mention_channel FOREIGN KEY (organization_id, channel_id) REFERENCES channel (organization_id, id),
        CONSTRAINT fk_channel_mention_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_channel_mention_user ON channel_mention (organization_id, user_id);

      CREATE TABLE channel_settings (
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        retention_days integer,
        CONSTRAINT pk_channel_settings PRIMARY KEY (organization_id),
        CONSTRAINT ck_channel_settings_retention CHECK (retention_days BETWEEN 1 AND 36500),
        CONSTRAINT fk_channel_settings_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );

      -- Who the running transaction was entered by; what a channel is called and what is unread depends on that.
      CREATE FUNCTION app.caller_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE LEAKPROOF
        RETURN nullif(current_setting('app.actor_id', true), '')::uuid;
      CREATE FUNCTION app.caller_is_client() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN EXISTS (SELECT 1 FROM public.user_account WHERE id = app.caller_id() AND tier = 'CLIENT');
      GRANT EXECUTE ON FUNCTION app.caller_id(), app.caller_is_client() TO ${APP_ROLE};
    `);
    for (const table of ['channel', 'channel_member', 'channel_reader', 'channel_mention', 'channel_settings']) await tenantTable(queryRunner, table);
    await searchFunction(queryRunner, { table: 'channel', columns: ['name', 'topic'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropSearchFunction(queryRunner, 'channel');
    await queryRunner.query(`
      DROP TABLE channel_settings, channel_mention, channel_reader, channel_member, channel;
      DROP FUNCTION app.caller_is_client();
      DROP FUNCTION app.caller_id();
    `);
  }
}
