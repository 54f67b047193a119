import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

const KINDS = "'ASSIGNMENT', 'MENTION', 'MESSAGE', 'STATUS', 'MILESTONE', 'APPROVAL', 'CLIENT_UPDATE', 'SLA', 'SECURITY', 'MAINTENANCE', 'REMINDER', 'HAND_OFF'";

/** What people are told, how they want it, and what became of it outside the product (NOT-01, NOT-02). */
export class Notifications1762300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const base = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;
    const person = (table: string): string =>
      `CONSTRAINT fk_${table}_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)`;
    await queryRunner.query(`
      CREATE TABLE notification (
        ${base}
        user_id uuid NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL,
        subject text,
        record_id uuid,
        context_id uuid,
        title text NOT NULL,
        body text,
        actor_id uuid,
        event_position bigint NOT NULL,
        effect_key text NOT NULL,
        group_key text,
        times integer NOT NULL DEFAULT 1,
        urgent boolean NOT NULL DEFAULT false,
        in_app boolean NOT NULL DEFAULT true,
        read_at timestamptz,
        done_at timestamptz,
        snoozed_until timestamptz,
        CONSTRAINT pk_notification PRIMARY KEY (id),
        CONSTRAINT uq_notification_tenant UNIQUE (organization_id, id),
        -- What was told once is not told again, whatever crashes.
        CONSTRAINT uq_notification_effect UNIQUE (organization_id, effect_key),
        CONSTRAINT ck_notification_kind CHECK (kind IN (${KINDS})),
        CONSTRAINT ck_notification_record CHECK ((subject IS NULL) = (record_id IS NULL)),
        ${person('notification')}
      );
      CREATE INDEX ix_notification_user ON notification (organization_id, user_id, created_at DESC, id DESC);
      CREATE INDEX ix_notification_open ON notification (organization_id, user_id, created_at DESC, id DESC) WHERE done_at IS NULL AND in_app;
      CREATE INDEX ix_notification_urgent ON notification (organization_id, user_id, created_at DESC, id DESC) WHERE urgent AND done_at IS NULL;
      CREATE INDEX ix_notification_record ON notification (organization_id, record_id) WHERE record_id IS NOT NULL;
      CREATE UNIQUE INDEX uq_notification_group ON notification (organization_id, user_id, group_key) WHERE group_key IS NOT NULL AND read_at IS NULL AND done_at IS NULL;

      CREATE TABLE push_subscription (
        ${base}
        user_id uuid NOT NULL,
        endpoint_hash bytea NOT NULL,
        sealed bytea NOT NULL,
        name text NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT pk_push_subscription PRIMARY KEY (id),
        CONSTRAINT uq_push_subscription_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_push_subscription_endpoint UNIQUE (organization_id, endpoint_hash),
        ${person('push_subscription')}
      );
      CREATE INDEX ix_push_subscription_user ON push_subscription (organization_id, user_id);

      CREATE TABLE notification_delivery (
        ${base}
        notification_id uuid,
        user_id uuid,
        channel text NOT NULL,
        push_subscription_id uuid,
        kind text NOT NULL,
        title text,
        path text,
        effect_key text NOT NULL,
        status text NOT NULL DEFAULT 'WAITING',
        digest boolean NOT NULL DEFAULT false,
        due_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        last_attempt_at timestamptz,
        last_error text,
        sent_at timestamptz,
        mail_id uuid,
        CONSTRAINT pk_notification_delivery PRIMARY KEY (id),
        CONSTRAINT uq_notification_delivery_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_notification_delivery_effect UNIQUE (organization_id, effect_key),
        CONSTRAINT ck_notification_delivery_channel CHECK (channel IN ('EMAIL', 'PUSH', 'SMS', 'SLACK', 'TEAMS')),
        CONSTRAINT ck_notification_delivery_status CHECK (status IN ('WAITING', 'SENT', 'FAILED', 'SKIPPED')),
        CONSTRAINT ck_notification_delivery_sent CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
        CONSTRAINT ck_notification_delivery_kind CHECK (kind IN (${KINDS})),
        CONSTRAINT ck_notification_delivery_whose CHECK ((notification_id IS NULL) = (user_id IS NULL) AND (notification_id IS NOT NULL OR title IS NOT NULL)),
        CONSTRAINT fk_notification_delivery_notification FOREIGN KEY (organization_id, notification_id) REFERENCES notification (organization_id, id),
        CONSTRAINT fk_notification_delivery_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_notification_delivery_mail FOREIGN KEY (organization_id, mail_id) REFERENCES outgoing_mail (organization_id, id),
        CONSTRAINT fk_notification_delivery_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE INDEX ix_notification_delivery_created ON notification_delivery (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_notification_delivery_status ON notification_delivery (organization_id, status, created_at DESC, id DESC);
      CREATE INDEX ix_notification_delivery_notification ON notification_delivery (organization_id, notification_id);
      CREATE INDEX ix_notification_delivery_digest ON notification_delivery (organization_id, user_id, due_at) WHERE digest AND status = 'WAITING';

      CREATE TABLE notification_preference (
        ${base}
        user_id uuid NOT NULL,
        channels jsonb NOT NULL DEFAULT '{}',
        digest text NOT NULL DEFAULT 'OFF',
        digest_at integer NOT NULL DEFAULT 480,
        quiet_from integer,
        quiet_until integer,
        quiet_days integer[] NOT NULL DEFAULT '{}',
        time_zone text,
        phone bytea,
        slack_webhook bytea,
        teams_webhook bytea,
        CONSTRAINT pk_notification_preference PRIMARY KEY (id),
        CONSTRAINT uq_notification_preference_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_notification_preference_user UNIQUE (organization_id, user_id),
        CONSTRAINT ck_notification_preference_digest CHECK (digest IN ('OFF', 'HOURLY', 'DAILY')),
        CONSTRAINT ck_notification_preference_hours CHECK (digest_at BETWEEN 0 AND 1439 AND quiet_from BETWEEN 0 AND 1439 AND quiet_until BETWEEN 0 AND 1439
          AND (quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until),
        CONSTRAINT ck_notification_preference_days CHECK (quiet_days <@ ARRAY[0, 1, 2, 3, 4, 5, 6]),
        ${person('notification_preference')}
      );

      CREATE TABLE notification_adapter (
        ${base}
        adapter text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        kinds text[] NOT NULL DEFAULT '{}',
        sealed bytea NOT NULL,
        CONSTRAINT pk_notification_adapter PRIMARY KEY (id),
        CONSTRAINT uq_notification_adapter_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_notification_adapter_adapter UNIQUE (organization_id, adapter),
        CONSTRAINT ck_notification_adapter_adapter CHECK (adapter IN ('SLACK', 'TEAMS', 'SMS', 'PUSH')),
        CONSTRAINT fk_notification_adapter_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
    `);
    for (const table of ['notification', 'push_subscription', 'notification_delivery', 'notification_preference', 'notification_adapter']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE notification_adapter, notification_preference, notification_delivery, push_subscription, notification');
  }
}
