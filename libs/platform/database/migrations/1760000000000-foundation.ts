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

      -- The key of the advisory lock that makes a session the one relay of the installation ("RELA" in ASCII).
      CREATE FUNCTION app.relay_lock() RETURNS bigint LANGUAGE sql IMMUTABLE RETURN 1380273217;

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

      -- The next link of an organization's chain: sha256 over the link before and the event as canonical JSON text
      -- (jsonb's own rendering: unambiguous, NULLs included). events/log/chain.ts computes the same in TypeScript.
      CREATE FUNCTION app.chain_hash(previous bytea, next_position bigint, e event) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(previous || convert_to(jsonb_build_array(
          next_position, e.id, e.organization_id, e.kind, e.subject, e.subject_id, e.related, e.actor_id, e.actor_tier, e.request_id,
          e.access_before, e.access_after, e.progress, e.historical, encode(e.detail_digest, 'hex'),
          to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text, 'UTF8'))
      $$;

      -- Gives the next positions and extends each organization's hash chain: within one call in the order of the event's
      -- identity, a late commit in a later call. Returns one row for each organization that moved.
      -- Only the session that holds the relay's advisory lock gets through: two callers would fork a chain.
      CREATE FUNCTION app.assign_positions(batch integer)
        RETURNS TABLE (organization uuid, last_position bigint, assigned integer) LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        next_event event%ROWTYPE;
        head organization_position%ROWTYPE;
      BEGIN
        IF NOT pg_try_advisory_xact_lock(app.relay_lock()) THEN
          RAISE EXCEPTION 'Another session is the relay.' USING ERRCODE = 'lock_not_available';
        END IF;
        FOR next_event IN
          WITH taken AS (
            DELETE FROM event_pending WHERE event_id IN (SELECT p.event_id FROM event_pending p ORDER BY p.event_id LIMIT batch)
            RETURNING event_id)
          SELECT e.* FROM taken JOIN event e ON e.id = taken.event_id ORDER BY e.organization_id, e.id
        LOOP
          IF organization IS DISTINCT FROM next_event.organization_id THEN
            IF organization IS NOT NULL THEN
              UPDATE organization_position o SET position = last_position, hash = head.hash WHERE o.organization_id = organization;
              RETURN NEXT;
            END IF;
            organization := next_event.organization_id;
            assigned := 0;
            INSERT INTO organization_position (organization_id, position, hash) VALUES (organization, 0, ''::bytea) ON CONFLICT DO NOTHING;
            SELECT * INTO STRICT head FROM organization_position o WHERE o.organization_id = organization;
            last_position := head.position;
          END IF;
          last_position := last_position + 1;
          assigned := assigned + 1;
          head.hash := app.chain_hash(head.hash, last_position, next_event);
          INSERT INTO event_position (organization_id, position, event_id, hash) VALUES (organization, last_position, next_event.id, head.hash);
        END LOOP;
        IF organization IS NOT NULL THEN
          UPDATE organization_position o SET position = last_position, hash = head.hash WHERE o.organization_id = organization;
          RETURN NEXT;
        END IF;
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
