import type { MigrationInterface, QueryRunner } from 'typeorm';

const head = `
  CREATE OR REPLACE FUNCTION app.assign_positions(batch integer)
    RETURNS TABLE (organization uuid, last_position bigint, assigned integer) LANGUAGE plpgsql VOLATILE AS $$`;
const body = `
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
    END $$;`;
const lock = `
      IF NOT pg_try_advisory_xact_lock(app.relay_lock()) THEN
        RAISE EXCEPTION 'Another session is the relay.' USING ERRCODE = 'lock_not_available';
      END IF;`;

/**
 * The relay looks every event up by its id. As a join it was planned by how long the tables were when they were last counted, and read the
 * whole log of a young installation for each handful of events.
 */
export class RelayById1763600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${head}
    DECLARE
      pending event_pending%ROWTYPE;
      next_event event%ROWTYPE;
      head organization_position%ROWTYPE;
    BEGIN${lock}
      FOR pending IN
        WITH taken AS (
          DELETE FROM event_pending WHERE event_id IN (SELECT p.event_id FROM event_pending p ORDER BY p.event_id LIMIT batch) RETURNING *)
        SELECT * FROM taken ORDER BY organization_id, event_id
      LOOP
        SELECT * INTO STRICT next_event FROM event e WHERE e.id = pending.event_id;${body}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${head}
    DECLARE
      next_event event%ROWTYPE;
      head organization_position%ROWTYPE;
    BEGIN${lock}
      FOR next_event IN
        WITH taken AS (
          DELETE FROM event_pending WHERE event_id IN (SELECT p.event_id FROM event_pending p ORDER BY p.event_id LIMIT batch)
          RETURNING event_id)
        SELECT e.* FROM taken JOIN event e ON e.id = taken.event_id ORDER BY e.organization_id, e.id
      LOOP${body}`);
  }
}
