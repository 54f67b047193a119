import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Messages with what was said before, reactions, and the places in their channels (CHA-02, AHEAD-08). */
export class Messages1762200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE message (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        channel_id uuid NOT NULL,
        sequence bigint NOT NULL,
        client_sequence bigint,
        shared_with_client boolean NOT NULL DEFAULT false,
        shared_at timestamptz,
        author_id uuid NOT NULL,
        thread_id uuid,
        body text,
        mentions jsonb NOT NULL DEFAULT '[]',
        has_files boolean NOT NULL DEFAULT false,
        linked_subject text,
        linked_id uuid,
        reply_count integer NOT NULL DEFAULT 0,
        last_reply_at timestamptz,
        client_reply_count integer NOT NULL DEFAULT 0,
        last_client_reply_at timestamptz,
        pinned_at timestamptz,
        pinned_by uuid,
        edited_at timestamptz,
        deleted_at timestamptz,
        published_at timestamptz,
        published_by uuid,
        CONSTRAINT pk_message PRIMARY KEY (id),
        CONSTRAINT uq_message_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_message_sequence UNIQUE (organization_id, channel_id, sequence),
        CONSTRAINT uq_message_client_sequence UNIQUE (organization_id, channel_id, client_sequence),
        -- What the client sees has a place among it, and nothing else has one.
        CONSTRAINT ck_message_shared CHECK (shared_with_client = (client_sequence IS NOT NULL) AND shared_with_client = (shared_at IS NOT NULL)),
        CONSTRAINT ck_message_deleted CHECK ((deleted_at IS NULL) = (body IS NOT NULL)),
        CONSTRAINT ck_message_linked CHECK ((linked_subject IS NULL) = (linked_id IS NULL)),
        CONSTRAINT ck_message_pinned CHECK ((pinned_at IS NULL) = (pinned_by IS NULL)),
        CONSTRAINT ck_message_published CHECK (published_at IS NULL OR shared_with_client),
        CONSTRAINT ck_message_replies CHECK (client_reply_count BETWEEN 0 AND reply_count),
        CONSTRAINT fk_message_channel FOREIGN KEY (organization_id, channel_id) REFERENCES channel (organization_id, id),
        CONSTRAINT fk_message_author FOREIGN KEY (organization_id, author_id) REFERENCES user_account (organization_id, id),
        -- Retention takes the older message first.
        CONSTRAINT fk_message_thread FOREIGN KEY (organization_id, thread_id) REFERENCES message (organization_id, id) ON DELETE SET NULL (thread_id),
        CONSTRAINT fk_message_pinned_by FOREIGN KEY (organization_id, pinned_by) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_message_published_by FOREIGN KEY (organization_id, published_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_message_thread ON message (organization_id, thread_id, sequence) WHERE thread_id IS NOT NULL;
      CREATE INDEX ix_message_pinned ON message (organization_id, channel_id, sequence) WHERE pinned_at IS NOT NULL;
      -- Jumping to a date, searching by it, and what is over its time.
      CREATE INDEX ix_message_time ON message (organization_id, channel_id, created_at);
      CREATE INDEX ix_message_shared_time ON message (organization_id, channel_id, shared_at) WHERE shared_with_client;
      CREATE INDEX ix_message_shared_sequence ON message (organization_id, channel_id, sequence) WHERE shared_with_client;
      CREATE INDEX ix_message_created ON message (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_message_author ON message (organization_id, author_id, created_at DESC, id DESC);
      -- What somebody said in a channel; whom a client knows there: whoever spoke to them.
      CREATE INDEX ix_message_spoken ON message (organization_id, channel_id, author_id, created_at);
      CREATE INDEX ix_message_channel_files ON message (organization_id, channel_id, created_at) WHERE has_files;
      CREATE INDEX ix_message_files ON message (organization_id, created_at DESC, id DESC) WHERE has_files;
      CREATE INDEX ix_message_linked ON message (organization_id, linked_id) WHERE linked_id IS NOT NULL;

      CREATE TABLE message_revision (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        message_id uuid NOT NULL,
        author_id uuid NOT NULL,
        body text NOT NULL,
        edited_by uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_message_revision PRIMARY KEY (id),
        CONSTRAINT uq_message_revision_tenant UNIQUE (organization_id, id),
        CONSTRAINT fk_message_revision_message FOREIGN KEY (organization_id, message_id) REFERENCES message (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_message_revision_author FOREIGN KEY (organization_id, author_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_message_revision_edited_by FOREIGN KEY (organization_id, edited_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_message_revision_message ON message_revision (organization_id, message_id, at DESC, id DESC);

      CREATE TABLE message_reaction (
        message_id uuid NOT NULL,
        user_id uuid NOT NULL,
        emoji text NOT NULL,
        organization_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_message_reaction PRIMARY KEY (message_id, user_id, emoji),
        CONSTRAINT ck_message_reaction_emoji CHECK (length(emoji) BETWEEN 1 AND 32),
        CONSTRAINT fk_message_reaction_message FOREIGN KEY (organization_id, message_id) REFERENCES message (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_message_reaction_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
    `);
    await tenantTable(queryRunner, 'message');
    await tenantTable(queryRunner, 'message_revision', ['SELECT', 'INSERT', 'DELETE']);
    await tenantTable(queryRunner, 'message_reaction');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE message_reaction, message_revision, message');
  }
}
