import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From where every event came (AUD-01): address and program of the request. They are values of people, so the chain holds
 * them only in the salted digest of the event's details; and the log gets the indexes that people look it up by (AUD-02).
 */
export class EventOrigin1761400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE event ADD COLUMN address text, ADD COLUMN user_agent text;

      -- The salted digest of what an event says of people: its changed values and, where a request is known, its origin.
      -- jsonb's own rendering on both sides, so that the stored row gives the same text again.
      CREATE FUNCTION app.detail_digest(salt bytea, changes jsonb, address text, user_agent text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
        SELECT sha256(salt || convert_to(changes::text
          || CASE WHEN address IS NULL AND user_agent IS NULL THEN '' ELSE jsonb_build_array(address, user_agent)::text END, 'UTF8'))
      $$;

      CREATE OR REPLACE FUNCTION app.record_events(events jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        item jsonb;
        event_salt bytea;
        new_id bigint;
        organization uuid := app.organization_id();
      BEGIN
        FOR item IN SELECT value FROM jsonb_array_elements(events) LOOP
          event_salt := uuid_send(gen_random_uuid());
          INSERT INTO event (organization_id, kind, subject, subject_id, related, actor_id, actor_tier, request_id,
                             access_before, access_after, progress, historical, detail_digest, occurred_at, address, user_agent)
          VALUES (organization, item->>'kind', item->>'subject', (item->>'subject_id')::uuid,
                  ARRAY(SELECT jsonb_array_elements_text(item->'related'))::uuid[],
                  nullif(current_setting('app.actor_id', true), '')::uuid, item->>'actor_tier',
                  coalesce(current_setting('app.request_id', true), ''),
                  nullif(item->'access_before', 'null'), nullif(item->'access_after', 'null'), nullif(item->'progress', 'null'),
                  coalesce((item->>'historical')::boolean, false),
                  app.detail_digest(event_salt, item->'changes', item->>'address', item->>'user_agent'),
                  coalesce((item->>'occurred_at')::timestamptz, now()), item->>'address', item->>'user_agent')
          RETURNING id INTO new_id;
          INSERT INTO event_detail (event_id, organization_id, salt, changes) VALUES (new_id, organization, event_salt, item->'changes');
          INSERT INTO event_pending (event_id, organization_id) VALUES (new_id, organization);
        END LOOP;
      END $$;

      -- The audit log's list: newest first, as it is, and behind each of its filters.
      CREATE INDEX ix_event_time ON event (organization_id, occurred_at, id);
      CREATE INDEX ix_event_actor ON event (organization_id, actor_id, occurred_at, id);
      CREATE INDEX ix_event_kind ON event (organization_id, kind, occurred_at, id);
      CREATE INDEX ix_event_address ON event (organization_id, address, occurred_at, id) WHERE address IS NOT NULL;
      CREATE INDEX ix_event_request ON event (organization_id, request_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_event_time, ix_event_actor, ix_event_kind, ix_event_address, ix_event_request;
      CREATE OR REPLACE FUNCTION app.record_events(events jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        item jsonb;
        event_salt bytea;
        new_id bigint;
        organization uuid := app.organization_id();
      BEGIN
        FOR item IN SELECT value FROM jsonb_array_elements(events) LOOP
          event_salt := uuid_send(gen_random_uuid());
          INSERT INTO event (organization_id, kind, subject, subject_id, related, actor_id, actor_tier, request_id,
                             access_before, access_after, progress, historical, detail_digest, occurred_at)
          VALUES (organization, item->>'kind', item->>'subject', (item->>'subject_id')::uuid,
                  ARRAY(SELECT jsonb_array_elements_text(item->'related'))::uuid[],
                  nullif(current_setting('app.actor_id', true), '')::uuid, item->>'actor_tier',
                  coalesce(current_setting('app.request_id', true), ''),
                  nullif(item->'access_before', 'null'), nullif(item->'access_after', 'null'), nullif(item->'progress', 'null'),
                  coalesce((item->>'historical')::boolean, false),
                  sha256(event_salt || convert_to((item->'changes')::text, 'UTF8')),
                  coalesce((item->>'occurred_at')::timestamptz, now()))
          RETURNING id INTO new_id;
          INSERT INTO event_detail (event_id, organization_id, salt, changes) VALUES (new_id, organization, event_salt, item->'changes');
          INSERT INTO event_pending (event_id, organization_id) VALUES (new_id, organization);
        END LOOP;
      END $$;
      DROP FUNCTION app.detail_digest(bytea, jsonb, text, text);
      ALTER TABLE event DROP COLUMN address, DROP COLUMN user_agent;
    `);
  }
}
