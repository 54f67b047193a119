import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/** The tenant itself. `access_version` moves with every change that can change somebody's rights (domain.md, "Permissions"). */
export class Organizations1760000010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organization (
        id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        slug text NOT NULL,
        currency text NOT NULL DEFAULT 'USD',
        time_zone text NOT NULL DEFAULT 'UTC',
        status text NOT NULL DEFAULT 'ACTIVE',
        settings jsonb NOT NULL DEFAULT '{}',
        access_version bigint NOT NULL DEFAULT 1,
        CONSTRAINT pk_organization PRIMARY KEY (id),
        CONSTRAINT uq_organization_slug UNIQUE (slug),
        CONSTRAINT ck_organization_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT ck_organization_currency CHECK (currency ~ '^[A-Z]{3}$'),
        CONSTRAINT ck_organization_status CHECK (status IN ('ACTIVE', 'SUSPENDED'))
      );
      ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
      CREATE POLICY organization_tenant ON organization TO ${APP_ROLE}
        USING (id = app.organization_id()) WITH CHECK (id = app.organization_id());
      -- Creating, suspending and removing organizations is the operator's business; access_version moves by triggers only.
      GRANT SELECT ON organization TO ${APP_ROLE};
      GRANT UPDATE (version, updated_at, name, currency, time_zone, settings) ON organization TO ${APP_ROLE};

      -- Public forms know the organization by its name in the address only. Returns the id and nothing else.
      CREATE FUNCTION app.find_organization(wanted_slug text) RETURNS uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      RETURN (SELECT id FROM public.organization WHERE slug = wanted_slug AND status = 'ACTIVE');
      REVOKE EXECUTE ON FUNCTION app.find_organization(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_organization(text) TO ${APP_ROLE};

      -- Locks the organization's row until the transaction ends: two changes that move access_version wait for each other.
      CREATE FUNCTION app.bump_access_version(changed_organization uuid) RETURNS void
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ UPDATE public.organization SET access_version = access_version + 1 WHERE id = changed_organization $$;
      REVOKE EXECUTE ON FUNCTION app.bump_access_version(uuid) FROM PUBLIC;

      -- Trigger for tables whose every change counts; a statement bumps once, however many rows it touches.
      CREATE FUNCTION app.access_changed() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM app.bump_access_version(changed.organization_id) FROM (SELECT DISTINCT organization_id FROM rows_changed) changed;
        RETURN NULL;
      END $$;

      -- The same for a single row, where a trigger's WHEN decides which changes count.
      CREATE FUNCTION app.row_access_changed() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM app.bump_access_version(coalesce(NEW.organization_id, OLD.organization_id));
        RETURN NULL;
      END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.row_access_changed(), app.access_changed(), app.bump_access_version(uuid), app.find_organization(text);
      DROP TABLE organization;
    `);
  }
}
