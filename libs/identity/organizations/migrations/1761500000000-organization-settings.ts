import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

const HOURS = JSON.stringify(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({ day, opens: '09:00', closes: '17:00' })));
const PREFIXES = JSON.stringify([['DEAL', 'DEAL'], ['QUOTE', 'QUO'], ['TICKET', 'TIC'], ['PROJECT', 'PRJ']].map(([record, key]) => ({ record, key, prefix: key })));

/** What organizations set for themselves (ORG-01). */
export class OrganizationSettings1761500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organization_settings (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        brand_colour text,
        accent_colour text,
        logo_text text,
        logo bytea,
        business_hours jsonb NOT NULL,
        holidays jsonb NOT NULL DEFAULT '[]',
        number_prefixes jsonb NOT NULL,
        hand_off_minutes integer NOT NULL DEFAULT 480,
        CONSTRAINT pk_organization_settings PRIMARY KEY (id),
        CONSTRAINT uq_organization_settings_organization UNIQUE (organization_id),
        CONSTRAINT fk_organization_settings_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT ck_organization_settings_id CHECK (id = organization_id),
        CONSTRAINT ck_organization_settings_brand_colour CHECK (brand_colour ~ '^#[0-9a-f]{6}$'),
        CONSTRAINT ck_organization_settings_accent_colour CHECK (accent_colour ~ '^#[0-9a-f]{6}$'),
        CONSTRAINT ck_organization_settings_logo CHECK (octet_length(logo) <= 131072),
        CONSTRAINT ck_organization_settings_hand_off_minutes CHECK (hand_off_minutes BETWEEN 1 AND 100000)
      );
      INSERT INTO organization_settings (id, organization_id, business_hours, number_prefixes) SELECT id, id, '${HOURS}', '${PREFIXES}' FROM organization;

      -- Wherever organizations come from, they have settings.
      CREATE FUNCTION app.give_organization_settings() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO public.organization_settings (id, organization_id, business_hours, number_prefixes) VALUES (NEW.id, NEW.id, '${HOURS}', '${PREFIXES}');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_organization_settings AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION app.give_organization_settings();

      -- How numbers of a counter begin in an organization.
      CREATE FUNCTION app.number_prefix(organization uuid, counter text) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((SELECT p ->> 'prefix' FROM public.organization_settings s, jsonb_array_elements(s.number_prefixes) p
                         WHERE s.organization_id = organization AND p ->> 'key' = counter), counter)
      $$;
      REVOKE EXECUTE ON FUNCTION app.number_prefix(uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.number_prefix(uuid, text) TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'organization_settings', ['SELECT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.number_prefix(uuid, text);
      DROP TRIGGER tr_organization_settings ON organization;
      DROP FUNCTION app.give_organization_settings();
      DROP TABLE organization_settings;
    `);
  }
}
