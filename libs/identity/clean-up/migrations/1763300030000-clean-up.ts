import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

const SIGN_UP = (stamp: boolean): string => `
      CREATE OR REPLACE FUNCTION app.sign_up_organization(new_id uuid, new_name text, wanted_slug text, founder_email text) RETURNS text
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        free_slug text := wanted_slug;
      BEGIN
        IF EXISTS (SELECT 1 FROM public.user_account WHERE email = founder_email) THEN RETURN NULL; END IF;
        WHILE EXISTS (SELECT 1 FROM public.organization WHERE slug = free_slug) LOOP
          free_slug := wanted_slug || '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 5);
        END LOOP;
        INSERT INTO public.organization (id, name, slug, currency, time_zone${stamp ? ', signed_up_at' : ''}) VALUES (new_id, new_name, free_slug, 'USD', 'UTC'${stamp ? ', now()' : ''});
        RETURN free_slug;
      END $$;`;

/** What is left over of ways in: removed a while after it is of no use (libs/identity/clean-up). */
export class CleanUp1763300030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Founded by a stranger; NULL: by the operator.
      ALTER TABLE organization ADD COLUMN signed_up_at timestamptz;
      ${SIGN_UP(true)}

      -- Rows of all organizations that nothing looks at any more, a bounded number of each kind. Returns how many went, by table.
      CREATE FUNCTION app.clean_up_ways_in(at_once integer) RETURNS jsonb
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        rule record;
        removed bigint;
        result jsonb := '{}';
      BEGIN
        FOR rule IN SELECT * FROM (VALUES
          ('one_time_link', $q$expires_at < now() - interval '90 days'$q$),
          ('sign_in_challenge', $q$expires_at < now() - interval '1 day'$q$),
          ('sign_on_attempt', $q$expires_at < now() - interval '1 day'$q$),
          ('sign_in_provider_key', $q$accepted_until < now() - interval '1 day'$q$),
          ('recovery_code', $q$used_at < now() - interval '30 days'$q$),
          ('answered_device_challenge', $q$answered_at < now() - interval '1 day'$q$),
          ('idempotency_key', $q$created_at < now() - interval '7 days'$q$),
          ('refused_stranger', $q$refused_at < now() - interval '30 days'$q$),
          ('sign_in_throttle', $q$spent_until < now()$q$),
          ('request_throttle', $q$expires_at < now()$q$),
          -- Keys of programs point at theirs.
          ('session', $q$least(revoked_at, expires_at) < now() - interval '90 days' AND NOT EXISTS (SELECT 1 FROM public.api_key_secret k WHERE k.session_id = t.id)$q$)
        ) AS rules (name, over) LOOP
          IF rule.name = 'session' THEN
            -- Whole families: a token points at the one after it.
            EXECUTE format('DELETE FROM public.refresh_token WHERE session_id IN (SELECT t.id FROM public.session t WHERE %s ORDER BY t.id LIMIT $1)', rule.over) USING at_once;
            EXECUTE format('DELETE FROM public.session WHERE id IN (SELECT t.id FROM public.session t WHERE %s ORDER BY t.id LIMIT $1)', rule.over) USING at_once;
          ELSE
            EXECUTE format('DELETE FROM public.%I WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM public.%I t WHERE %s LIMIT $1 FOR UPDATE SKIP LOCKED))', rule.name, rule.name, rule.over) USING at_once;
          END IF;
          GET DIAGNOSTICS removed = ROW_COUNT;
          IF removed > 0 THEN result := result || jsonb_build_object(rule.name, removed); END IF;
        END LOOP;
        RETURN result;
      END $$;

      -- People who never came, and organizations of nobody else: before the tenant is known, ids only.
      CREATE FUNCTION app.unconfirmed() RETURNS TABLE (kind text, organization_id uuid, user_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT 'ORGANIZATION', o.id, NULL::uuid FROM public.organization o
        WHERE o.status = 'ACTIVE' AND o.signed_up_at < now() - interval '30 days'
          AND NOT EXISTS (SELECT 1 FROM public.user_account u WHERE u.organization_id = o.id AND (u.status <> 'INVITED' OR u.last_sign_in_at IS NOT NULL))
        UNION ALL
        SELECT CASE WHEN registered.yes AND u.created_at < now() - interval '30 days' THEN 'REGISTRATION' ELSE 'INVITATION' END, u.organization_id, u.id
        FROM public.user_account u JOIN public.organization o ON o.id = u.organization_id AND o.status = 'ACTIVE'
        CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM public.event e WHERE e.organization_id = u.organization_id AND e.subject_id = u.id AND e.kind = 'user.registered') AS yes) registered
        WHERE u.status = 'INVITED' AND u.tier <> 'SERVICE'
          AND NOT EXISTS (SELECT 1 FROM public.one_time_link l WHERE l.organization_id = u.organization_id AND l.user_id = u.id AND l.purpose = 'INVITATION' AND l.created_at > now() - CASE WHEN registered.yes THEN interval '30 days' ELSE interval '90 days' END)
          AND u.updated_at < now() - CASE WHEN registered.yes THEN interval '30 days' ELSE interval '90 days' END
      $$;

      -- Removes an account that somebody made for themselves and never confirmed. False: something holds on to it.
      CREATE FUNCTION app.remove_registration(wanted uuid) RETURNS boolean
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        tenant uuid := app.organization_id();
      BEGIN
        PERFORM 1 FROM public.user_account u WHERE u.organization_id = tenant AND u.id = wanted AND u.status = 'INVITED' AND u.created_at < now() - interval '30 days' FOR UPDATE;
        IF NOT FOUND THEN RETURN false; END IF;
        DELETE FROM public.outgoing_mail_body b USING public.outgoing_mail m WHERE m.id = b.mail_id AND m.organization_id = tenant AND m.user_id = wanted;
        DELETE FROM public.outgoing_mail WHERE organization_id = tenant AND user_id = wanted;
        DELETE FROM public.one_time_link WHERE organization_id = tenant AND user_id = wanted;
        DELETE FROM public.user_role WHERE organization_id = tenant AND user_id = wanted;
        DELETE FROM public.staff_profile WHERE organization_id = tenant AND id = wanted;
        DELETE FROM public.user_account WHERE organization_id = tenant AND id = wanted;
        RETURN true;
      EXCEPTION WHEN foreign_key_violation THEN RETURN false;
      END $$;

      -- Empties an organization that somebody founded and never confirmed, but for its log, which proves that nothing else happened.
      CREATE FUNCTION app.remove_unconfirmed_organization() RETURNS boolean
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        tenant uuid := app.organization_id();
        waiting text[];
        table_name text;
        before integer;
      BEGIN
        PERFORM 1 FROM public.organization o WHERE o.id = tenant AND o.status = 'ACTIVE' AND o.signed_up_at < now() - interval '30 days' FOR UPDATE;
        IF NOT FOUND OR EXISTS (SELECT 1 FROM public.user_account u WHERE u.organization_id = tenant AND (u.status <> 'INVITED' OR u.last_sign_in_at IS NOT NULL)) THEN
          RETURN false;
        END IF;
        waiting := ARRAY(
          SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relname NOT LIKE 'event%' AND c.relname NOT LIKE 'consumer%' AND c.relname <> 'organization_position' ORDER BY 1);
        WHILE cardinality(waiting) > 0 LOOP
          before := cardinality(waiting);
          FOREACH table_name IN ARRAY waiting LOOP
            BEGIN
              EXECUTE format('DELETE FROM public.%I WHERE organization_id = $1', table_name) USING tenant;
              waiting := array_remove(waiting, table_name);
            EXCEPTION WHEN foreign_key_violation THEN
              NULL; -- In the next round, once what points at it is gone.
            END;
          END LOOP;
          IF cardinality(waiting) = before THEN RAISE EXCEPTION 'These tables cannot be emptied one after the other: %', waiting; END IF;
        END LOOP;
        UPDATE public.organization SET status = 'SUSPENDED', name = 'Never confirmed', slug = 'never-confirmed-' || id, version = version + 1, updated_at = now() WHERE id = tenant;
        RETURN true;
      END $$;
      REVOKE EXECUTE ON FUNCTION app.clean_up_ways_in(integer), app.unconfirmed(), app.remove_registration(uuid), app.remove_unconfirmed_organization() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.clean_up_ways_in(integer), app.unconfirmed(), app.remove_registration(uuid), app.remove_unconfirmed_organization() TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.clean_up_ways_in(integer), app.unconfirmed(), app.remove_registration(uuid), app.remove_unconfirmed_organization();
      ${SIGN_UP(false)}
      ALTER TABLE organization DROP COLUMN signed_up_at;
    `);
  }
}
