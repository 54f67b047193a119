import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../database/index.js';

/**
 * Values of people can be taken out of the log, and nothing else can be done to it: each erasure is told by an event of its own that
 * vouches for what was left, so that the chain still proves everything (domain.md, "One event log").
 */
export class EventErasure1763300010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE event_erasure (
        id bigint GENERATED ALWAYS AS IDENTITY,
        organization_id uuid NOT NULL,
        -- Subject of the event that tells of it.
        erasure_id uuid NOT NULL,
        event_id bigint NOT NULL,
        -- Of what the event says from then on, as app.detail_digest.
        digest bytea NOT NULL,
        -- Nothing is left to erase.
        whole boolean NOT NULL,
        CONSTRAINT pk_event_erasure PRIMARY KEY (id),
        CONSTRAINT uq_event_erasure_event UNIQUE (event_id, erasure_id),
        CONSTRAINT fk_event_erasure_event FOREIGN KEY (event_id) REFERENCES event (id)
      );
      CREATE INDEX ix_event_erasure_erasure ON event_erasure (organization_id, erasure_id, event_id);

      -- Takes values out of events of the transaction's organization; the one way in which the application's role can touch them. Each
      -- element of picks: event, fields (names; null = all), origin (whether address and program go too). The salt goes with the values:
      -- with it they could be guessed from the digest in the chain. What tells of erasures keeps its own values.
      -- Returns how many events were touched, and the digest that the telling event must carry.
      CREATE FUNCTION app.erase_details(erasure uuid, picks jsonb) RETURNS TABLE (erased integer, digest text)
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, app, pg_temp AS $$
      DECLARE
        pick record;
        remaining jsonb;
        fresh_salt bytea;
        organization uuid := app.organization_id();
      BEGIN
        IF EXISTS (SELECT 1 FROM public.event_erasure x WHERE x.erasure_id = erasure) THEN
          RAISE EXCEPTION 'This erasure was done already.' USING ERRCODE = 'unique_violation';
        END IF;
        FOR pick IN
          SELECT e.id, d.changes, e.kind IN ('history.erased', 'history.expired') AS telling, (p ->> 'origin')::boolean AS origin, e.address, e.user_agent,
            CASE WHEN jsonb_typeof(p -> 'fields') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(p -> 'fields')) END AS fields
          FROM jsonb_array_elements(picks) p
          JOIN public.event e ON e.id = (p ->> 'event')::bigint AND e.organization_id = organization
          JOIN public.event_detail d ON d.event_id = e.id ORDER BY e.id FOR UPDATE OF d
        LOOP
          remaining := CASE WHEN pick.telling THEN pick.changes ELSE coalesce((
            SELECT jsonb_object_agg(c.key, CASE WHEN pick.fields IS NULL OR c.key = ANY (pick.fields) THEN '{"before": null, "after": null, "erased": true}' ELSE c.value END)
            FROM jsonb_each(pick.changes) c), '{}') END;
          fresh_salt := uuid_send(gen_random_uuid());
          UPDATE public.event_detail SET changes = remaining, salt = fresh_salt WHERE event_id = pick.id;
          IF pick.origin THEN
            UPDATE public.event SET address = NULL, user_agent = NULL WHERE id = pick.id AND (address IS NOT NULL OR user_agent IS NOT NULL);
          END IF;
          INSERT INTO public.event_erasure (organization_id, erasure_id, event_id, digest, whole)
          VALUES (organization, erasure, pick.id,
            app.detail_digest(fresh_salt, remaining, CASE WHEN NOT pick.origin THEN pick.address END, CASE WHEN NOT pick.origin THEN pick.user_agent END),
            pick.fields IS NULL AND pick.origin);
        END LOOP;
        RETURN QUERY SELECT count(*)::integer, encode(sha256(convert_to(coalesce(string_agg(x.event_id || ':' || encode(x.digest, 'hex'), ',' ORDER BY x.event_id), ''), 'UTF8')), 'hex')
          FROM public.event_erasure x WHERE x.organization_id = organization AND x.erasure_id = erasure;
      END $$;
      REVOKE EXECUTE ON FUNCTION app.erase_details(uuid, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.erase_details(uuid, jsonb) TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'event_erasure', ['SELECT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.erase_details(uuid, jsonb); DROP TABLE event_erasure;');
  }
}
