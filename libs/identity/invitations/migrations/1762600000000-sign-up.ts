import { APP_ROLE } from '@throughline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Strangers found organizations where the installation allows it, and the sign-in page looks like the organization it is for. */
export class SignUp1762600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The application makes no organizations but this way: empty, and never for an address that has an account. Returns the name in addresses.
      CREATE FUNCTION app.sign_up_organization(new_id uuid, new_name text, wanted_slug text, founder_email text) RETURNS text
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        free_slug text := wanted_slug;
      BEGIN
        IF EXISTS (SELECT 1 FROM public.user_account WHERE email = founder_email) THEN RETURN NULL; END IF;
        WHILE EXISTS (SELECT 1 FROM public.organization WHERE slug = free_slug) LOOP
          free_slug := wanted_slug || '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 5);
        END LOOP;
        INSERT INTO public.organization (id, name, slug, currency, time_zone) VALUES (new_id, new_name, free_slug, 'USD', 'UTC');
        RETURN free_slug;
      END $$;

      -- What everybody may see of an organization: by its name in addresses, or of the only one there is.
      CREATE FUNCTION app.sign_in_look(wanted_slug text) RETURNS jsonb
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT jsonb_build_object('name', o.name, 'logoText', s.logo_text, 'brandColour', s.brand_colour, 'accentColour', s.accent_colour,
          'logo', CASE WHEN s.logo IS NOT NULL THEN 'data:image/png;base64,' || translate(encode(s.logo, 'base64'), E'\\n', '') END)
        FROM public.organization o JOIN public.organization_settings s ON s.organization_id = o.id
        WHERE o.status = 'ACTIVE' AND (o.slug = wanted_slug OR (wanted_slug IS NULL AND (SELECT count(*) FROM public.organization) = 1))
      $$;
      REVOKE EXECUTE ON FUNCTION app.sign_up_organization(uuid, text, text, text), app.sign_in_look(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.sign_up_organization(uuid, text, text, text), app.sign_in_look(text) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.sign_up_organization(uuid, text, text, text), app.sign_in_look(text)');
  }
}
