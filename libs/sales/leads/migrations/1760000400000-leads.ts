import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Leads, the public forms they come from and the rules that score them (LEA-01 to LEA-03). */
export class Leads1760000400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createForms(queryRunner);
    await queryRunner.query(`
      CREATE TABLE lead (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        -- What a list shows: the name, else the company, else the reference. Kept by the repository.
        display_name text NOT NULL,
        name text,
        company text,
        title text,
        email text,
        phone text,
        website text,
        city text,
        country text,
        external_id text,
        -- The number told to whoever filled in a form, or the other system's number.
        reference text,
        dedupe_key text NOT NULL,
        source text,
        campaign text,
        medium text,
        referrer text,
        form_id uuid,
        import_id uuid,
        -- Came by an import or seed: its past is not measured as ours.
        historical boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'NEW',
        status_reason text,
        owner_id uuid,
        department_id uuid,
        assigned_at timestamptz,
        budget_minor bigint,
        currency text NOT NULL,
        authority text,
        need text,
        timeline text,
        rating text NOT NULL DEFAULT 'COLD',
        priority text NOT NULL DEFAULT 'MEDIUM',
        score integer NOT NULL DEFAULT 0,
        score_reasons jsonb NOT NULL DEFAULT '[]',
        score_adjustment integer NOT NULL DEFAULT 0,
        score_adjustment_reason text,
        requested_services text[] NOT NULL DEFAULT '{}',
        requirements text,
        wished_date date,
        visits integer,
        seconds_on_site integer,
        pages_per_visit double precision,
        last_activity text,
        do_not_email boolean NOT NULL DEFAULT false,
        do_not_call boolean NOT NULL DEFAULT false,
        tags text[] NOT NULL DEFAULT '{}',
        extra jsonb NOT NULL DEFAULT '{}',
        first_response_at timestamptz,
        last_contact_at timestamptz,
        qualified_at timestamptz,
        closed_at timestamptz,
        converted_customer_id uuid,
        converted_contact_id uuid,
        converted_deal_id uuid,
        CONSTRAINT pk_lead PRIMARY KEY (id),
        CONSTRAINT uq_lead_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_lead_status CHECK (status IN ('NEW', 'CONTACTED', 'QUALIFIED', 'CONVERTED', 'LOST', 'DISQUALIFIED')),
        CONSTRAINT ck_lead_authority CHECK (authority IN ('YES', 'NO', 'UNKNOWN')),
        CONSTRAINT ck_lead_need CHECK (need IN ('EXPLICIT', 'IMPLIED', 'NONE')),
        CONSTRAINT ck_lead_timeline CHECK (timeline IN ('IMMEDIATE', 'ONE_TO_THREE_MONTHS', 'THREE_TO_SIX_MONTHS', 'SIX_TO_TWELVE_MONTHS', 'OVER_TWELVE_MONTHS')),
        CONSTRAINT ck_lead_rating CHECK (rating IN ('HOT', 'WARM', 'COLD')),
        CONSTRAINT ck_lead_priority CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH')),
        CONSTRAINT ck_lead_score CHECK (score BETWEEN 0 AND 100),
        CONSTRAINT ck_lead_budget CHECK (budget_minor >= 0),
        CONSTRAINT fk_lead_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_lead_form FOREIGN KEY (organization_id, form_id) REFERENCES lead_form (organization_id, id),
        CONSTRAINT fk_lead_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_lead_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_lead_converted_customer FOREIGN KEY (organization_id, converted_customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_lead_converted_contact FOREIGN KEY (organization_id, converted_contact_id) REFERENCES contact (organization_id, id),
        CONSTRAINT fk_lead_converted_deal FOREIGN KEY (organization_id, converted_deal_id) REFERENCES deal (organization_id, id)
      );
      CREATE INDEX ix_lead_created ON lead (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_lead_status ON lead (organization_id, status, created_at DESC, id DESC);
      CREATE INDEX ix_lead_owner ON lead (organization_id, owner_id, created_at DESC, id DESC);
      CREATE INDEX ix_lead_department ON lead (organization_id, department_id, created_at DESC, id DESC);
      CREATE INDEX ix_lead_score ON lead (organization_id, score DESC, id DESC);
      CREATE INDEX ix_lead_name ON lead (organization_id, display_name, id);
      CREATE INDEX ix_lead_source ON lead (organization_id, source, created_at DESC, id DESC);
      CREATE INDEX ix_lead_dedupe ON lead (organization_id, dedupe_key);
      CREATE INDEX ix_lead_email ON lead (organization_id, email) WHERE email IS NOT NULL;
      CREATE INDEX ix_lead_phone ON lead (organization_id, phone) WHERE phone IS NOT NULL;
      CREATE INDEX ix_lead_import ON lead (organization_id, import_id) WHERE import_id IS NOT NULL;

      ALTER TABLE deal ADD CONSTRAINT fk_deal_lead FOREIGN KEY (organization_id, lead_id) REFERENCES lead (organization_id, id);

      CREATE TABLE lead_scoring (
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        rules jsonb NOT NULL,
        hot_from integer NOT NULL,
        warm_from integer NOT NULL,
        CONSTRAINT pk_lead_scoring PRIMARY KEY (organization_id),
        CONSTRAINT ck_lead_scoring_thresholds CHECK (0 <= warm_from AND warm_from <= hot_from AND hot_from <= 100),
        CONSTRAINT fk_lead_scoring_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
    `);
    for (const table of ['lead', 'lead_scoring']) await tenantTable(queryRunner, table);
    await searchFunction(queryRunner, { table: 'lead', columns: ['name', 'company', 'email', 'phone', 'reference', 'external_id'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE deal DROP CONSTRAINT fk_deal_lead;
      DROP FUNCTION app.find_lead_form(text), app.search_lead(text[], integer);
      DROP TABLE lead_scoring, lead, lead_form_hit, lead_form;
    `);
  }

  private async createForms(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE lead_form (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        -- In the public address /start/<slug>, so unique in the whole installation.
        slug text NOT NULL,
        title text NOT NULL,
        introduction text,
        thanks text,
        -- [{ key, required }] in the order they are asked.
        fields jsonb NOT NULL,
        services jsonb NOT NULL DEFAULT '[]',
        source text NOT NULL,
        campaign text,
        medium text,
        department_id uuid,
        owner_id uuid,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_lead_form PRIMARY KEY (id),
        CONSTRAINT uq_lead_form_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_lead_form_slug UNIQUE (slug),
        CONSTRAINT ck_lead_form_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT fk_lead_form_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_lead_form_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_lead_form_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id)
      );

      -- How often an address has sent a form: keyed hashes, no addresses.
      CREATE TABLE lead_form_hit (
        organization_id uuid NOT NULL,
        key bytea NOT NULL,
        hits integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_lead_form_hit PRIMARY KEY (organization_id, key)
      );
      CREATE INDEX ix_lead_form_hit_expires ON lead_form_hit (organization_id, expires_at);

      -- A stranger knows only the address of the form. Returns ids and nothing else.
      CREATE FUNCTION app.find_lead_form(wanted_slug text) RETURNS TABLE (organization_id uuid, form_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT f.organization_id, f.id FROM public.lead_form f
        JOIN public.organization o ON o.id = f.organization_id AND o.status = 'ACTIVE'
        WHERE f.slug = wanted_slug AND f.active
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_lead_form(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_lead_form(text) TO ${APP_ROLE};
    `);
    for (const table of ['lead_form', 'lead_form_hit']) await tenantTable(queryRunner, table);
  }
}
