import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, RELAY_ROLE, rolePassword } from '../database-urls.js';
import { tenantTable } from '../tenant-table.js';

/**
 * Roles, the tenant setting, the event log and idempotency keys: what every feature's tables stand on.
 */
export class Foundation1760000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createRoles(queryRunner);
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gin;

      CREATE SCHEMA app;
      GRANT USAGE ON SCHEMA app TO ${APP_ROLE}, ${RELAY_ROLE};
      GRANT USAGE ON SCHEMA public TO ${APP_ROLE}, ${RELAY_ROLE};

      -- The tenant of the running transaction; NULL (no rows anywhere) when nothing was set.
      CREATE FUNCTION app.organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE LEAKPROOF
        RETURN nullif(current_setting('app.organization_id', true), '')::uuid;

      -- Enters a transaction as somebody. identity replaces it with one that also reports whether the session still
      -- lives and which access version is in force.
      CREATE FUNCTION app.enter(organization uuid, actor uuid, session uuid, request text)
        RETURNS TABLE (session_active boolean, access_version bigint) LANGUAGE sql VOLATILE AS $$
          SELECT set_config('app.organization_id', organization::text, true) IS NOT NULL
             AND set_config('app.actor_id', coalesce(actor::text, ''), true) IS NOT NULL
             AND set_config('app.request_id', coalesce(request, ''), true) IS NOT NULL,
             0::bigint;
        $$;
    `);
    await this.createEventLog(queryRunner);
    await queryRunner.query(`
      CREATE TABLE idempotency_key (
        organization_id uuid NOT NULL,
        actor text NOT NULL,
        key text NOT NULL,
        operation text NOT NULL,
        digest text NOT NULL,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_key PRIMARY KEY (organization_id, actor, key)
      );
      CREATE INDEX ix_idempotency_key_created_at ON idempotency_key (created_at);
    `);
    await tenantTable(queryRunner, 'idempotency_key');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE idempotency_key, event_position, organization_position, event_pending, event_detail, event;
      DROP SCHEMA app CASCADE;
    `);
  }

  /** Login roles without any attribute; several databases of one cluster share them. */
  private async createRoles(queryRunner: QueryRunner): Promise<void> {
    const secret = process.env['APP_SECRET'] ?? '';
    if (secret.length < 32) throw new Error('APP_SECRET must be set (32 characters or more) to migrate.');
    for (const role of [APP_ROLE, RELAY_ROLE]) {
      const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${rolePassword(secret, role)}'`;
      const [found] = (await queryRunner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])) as unknown[];
      if (!found) await queryRunner.query(`CREATE ROLE ${role} ${attributes}`);
      await queryRunner.query(`GRANT CONNECT ON DATABASE "${queryRunner.connection.driver.database}" TO ${role}`);
    }
  }

  private async createEventLog(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE event (
        id bigint GENERATED ALWAYS AS IDENTITY,
        organization_id uuid NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        related uuid[] NOT NULL DEFAULT '{}',
        actor_id uuid,
        actor_tier text NOT NULL,
        request_id text NOT NULL,
        access_before jsonb,
        access_after jsonb,
        progress jsonb,
        historical boolean NOT NULL DEFAULT false,
        detail_digest bytea NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_event PRIMARY KEY (id)
      );
      CREATE INDEX ix_event_subject ON event (organization_id, subject_id, id);

      -- Values of people lie here, so that an erasure does not break the chain: the chain holds only the salted digest.
      CREATE TABLE event_detail (
        event_id bigint NOT NULL,
        organization_id uuid NOT NULL,
        salt bytea NOT NULL,
        changes jsonb NOT NULL,
        CONSTRAINT pk_event_detail PRIMARY KEY (event_id),
        CONSTRAINT fk_event_detail_event FOREIGN KEY (event_id) REFERENCES event (id)
      );

      -- Committed but not yet positioned. The relay empties it; a late commit simply gets a later position.
      CREATE TABLE event_pending (
        event_id bigint NOT NULL,
        organization_id uuid NOT NULL,
        CONSTRAINT pk_event_pending PRIMARY KEY (event_id)
      );

      CREATE TABLE organization_position (
        organization_id uuid NOT NULL,
        position bigint NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT pk_organization_position PRIMARY KEY (organization_id)
      );

      CREATE TABLE event_position (
        organization_id uuid NOT NULL,
        position bigint NOT NULL,
        event_id bigint NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT pk_event_position PRIMARY KEY (organization_id, position),
        CONSTRAINT uq_event_position_event UNIQUE (event_id),
        CONSTRAINT fk_event_position_event FOREIGN KEY (event_id) REFERENCES event (id)
      );

      -- Writes a transaction's events in one call. Each element: kind, subject, subject_id, related, actor_tier,
      -- access_before, access_after, progress, changes, historical, occurred_at.
      CREATE FUNCTION app.record_events(events jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
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

      -- Gives the next positions, in the order of the event's identity, and extends each organization's hash chain.
      -- Only the relay that holds the advisory lock calls it. Returns a row for each event positioned.
      CREATE FUNCTION app.assign_positions(batch integer) RETURNS TABLE (organization uuid, assigned bigint)
      LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        row_event record;
        head organization_position%ROWTYPE;
        next_hash bytea;
      BEGIN
        FOR row_event IN
          WITH taken AS (
            DELETE FROM event_pending WHERE event_id IN (SELECT p.event_id FROM event_pending p ORDER BY p.event_id LIMIT batch)
            RETURNING event_id)
          SELECT e.* FROM taken JOIN event e ON e.id = taken.event_id ORDER BY e.id
        LOOP
          SELECT * INTO head FROM organization_position WHERE organization_id = row_event.organization_id;
          IF NOT FOUND THEN
            head.organization_id := row_event.organization_id; head.position := 0; head.hash := ''::bytea;
          END IF;
          next_hash := sha256(head.hash || convert_to(concat_ws('|', head.position + 1, row_event.id, row_event.organization_id, row_event.kind,
            row_event.subject, row_event.subject_id, row_event.actor_id, row_event.actor_tier, row_event.request_id,
            row_event.access_before, row_event.access_after, row_event.progress, row_event.historical,
            encode(row_event.detail_digest, 'hex'), extract(epoch FROM row_event.occurred_at)), 'UTF8'));
          INSERT INTO event_position (organization_id, position, event_id, hash)
            VALUES (row_event.organization_id, head.position + 1, row_event.id, next_hash);
          INSERT INTO organization_position (organization_id, position, hash)
            VALUES (row_event.organization_id, head.position + 1, next_hash)
            ON CONFLICT (organization_id) DO UPDATE SET position = excluded.position, hash = excluded.hash;
          organization := row_event.organization_id;
          assigned := head.position + 1;
          RETURN NEXT;
        END LOOP;
      END $$;
      REVOKE EXECUTE ON FUNCTION app.assign_positions(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.assign_positions(integer) TO ${RELAY_ROLE};
    `);
    await tenantTable(queryRunner, 'event', ['SELECT', 'INSERT']);
    await tenantTable(queryRunner, 'event_detail', ['SELECT', 'INSERT']);
    await tenantTable(queryRunner, 'event_pending', ['INSERT']);
    await tenantTable(queryRunner, 'event_position', ['SELECT']);
    await tenantTable(queryRunner, 'organization_position', ['SELECT']);
    const relay: Record<string, string> = {
      event: 'SELECT', event_pending: 'SELECT, DELETE', event_position: 'SELECT, INSERT', organization_position: 'SELECT, INSERT, UPDATE',
    };
    for (const [table, privileges] of Object.entries(relay)) {
      await queryRunner.query(`
        CREATE POLICY ${table}_relay ON ${table} TO ${RELAY_ROLE} USING (true) WITH CHECK (true);
        GRANT ${privileges} ON ${table} TO ${RELAY_ROLE};
      `);
    }
  }
}
