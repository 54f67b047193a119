import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Customers and their contacts (CUS-01); people of a customer who sign in point to it. */
export class Customers1760000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE customer (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        -- The name as duplicates are compared: lower case, no accents, no punctuation.
        name_key text NOT NULL,
        external_id text,
        kind text NOT NULL DEFAULT 'BUSINESS',
        life_cycle text NOT NULL DEFAULT 'PROSPECT',
        active boolean NOT NULL DEFAULT true,
        industry text,
        company_size text,
        annual_revenue_minor bigint,
        currency text NOT NULL,
        website text,
        domain text,
        phone text,
        email text,
        source text,
        billing_address jsonb,
        tags text[] NOT NULL DEFAULT '{}',
        parent_id uuid,
        owner_id uuid,
        department_id uuid,
        extra jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_customer PRIMARY KEY (id),
        CONSTRAINT uq_customer_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_customer_external UNIQUE (organization_id, external_id),
        CONSTRAINT ck_customer_kind CHECK (kind IN ('BUSINESS', 'INDIVIDUAL')),
        CONSTRAINT ck_customer_life_cycle CHECK (life_cycle IN ('LEAD', 'PROSPECT', 'CUSTOMER')),
        CONSTRAINT ck_customer_company_size CHECK (company_size IN ('SMALL', 'MEDIUM', 'LARGE', 'ENTERPRISE')),
        CONSTRAINT ck_customer_parent CHECK (parent_id <> id),
        CONSTRAINT fk_customer_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_customer_parent FOREIGN KEY (organization_id, parent_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_customer_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_customer_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_customer_created ON customer (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_customer_name ON customer (organization_id, name, id);
      CREATE INDEX ix_customer_owner ON customer (organization_id, owner_id, created_at DESC, id DESC);
      CREATE INDEX ix_customer_department ON customer (organization_id, department_id, created_at DESC, id DESC);
      CREATE INDEX ix_customer_life_cycle ON customer (organization_id, life_cycle, created_at DESC, id DESC);
      CREATE INDEX ix_customer_parent ON customer (organization_id, parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX ix_customer_email ON customer (organization_id, email) WHERE email IS NOT NULL;
      CREATE INDEX ix_customer_phone ON customer (organization_id, phone) WHERE phone IS NOT NULL;
      CREATE INDEX ix_customer_domain ON customer (organization_id, domain) WHERE domain IS NOT NULL;
      CREATE INDEX ix_customer_name_key ON customer USING gin (organization_id, name_key gin_trgm_ops);

      CREATE TABLE contact (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        customer_id uuid NOT NULL,
        name text NOT NULL,
        title text,
        role text,
        email text,
        phone text,
        is_primary boolean NOT NULL DEFAULT false,
        preferred_channel text,
        do_not_email boolean NOT NULL DEFAULT false,
        do_not_call boolean NOT NULL DEFAULT false,
        -- Equal to the customer's: who sees the customer sees its people.
        owner_id uuid,
        department_id uuid,
        extra jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_contact PRIMARY KEY (id),
        CONSTRAINT uq_contact_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_contact_role CHECK (role IN ('DECISION_MAKER', 'INFLUENCER', 'USER', 'GATEKEEPER')),
        CONSTRAINT ck_contact_preferred_channel CHECK (preferred_channel IN ('EMAIL', 'PHONE', 'SMS', 'IN_PERSON')),
        CONSTRAINT fk_contact_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_contact_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_contact_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE UNIQUE INDEX uq_contact_primary ON contact (organization_id, customer_id) WHERE is_primary;
      CREATE INDEX ix_contact_customer ON contact (organization_id, customer_id, name, id);
      CREATE INDEX ix_contact_created ON contact (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_contact_name ON contact (organization_id, name, id);
      CREATE INDEX ix_contact_owner ON contact (organization_id, owner_id, name, id);
      CREATE INDEX ix_contact_department ON contact (organization_id, department_id, name, id);
      CREATE INDEX ix_contact_email ON contact (organization_id, email) WHERE email IS NOT NULL;
      CREATE INDEX ix_contact_phone ON contact (organization_id, phone) WHERE phone IS NOT NULL;

      ALTER TABLE user_account ADD CONSTRAINT fk_user_account_customer
        FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id);
    `);
    for (const table of ['customer', 'contact']) await tenantTable(queryRunner, table);
    await searchFunction(queryRunner, { table: 'customer', columns: ['name', 'industry', 'email', 'phone', 'website'] });
    await searchFunction(queryRunner, { table: 'contact', columns: ['name', 'title', 'email', 'phone'] });
    await this.createDuplicateSearch(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE user_account DROP CONSTRAINT fk_user_account_customer;
      DROP FUNCTION app.customer_duplicates(text, text, text, text), app.search_customer(text[], integer), app.search_contact(text[], integer);
      DROP TABLE contact, customer;
    `);
  }

  /**
   * Customers that may be the one described, with why: same e-mail or telephone (its own or a contact's), same web domain, same or
   * similar name. Similarity is not leakproof, so under row-level security it could not use its index: the function filters on
   * the organization itself and gives ids only; callers read them through the policies.
   */
  private async createDuplicateSearch(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.customer_duplicates(wanted_name text, wanted_email text, wanted_phone text, wanted_domain text)
        RETURNS TABLE (customer_id uuid, reasons text[])
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET pg_trgm.similarity_threshold = 0.6 AS $$
        SELECT found.id, array_agg(DISTINCT found.reason ORDER BY found.reason)
        FROM (
          (SELECT c.id, 'NAME' AS reason FROM public.customer c
           WHERE c.organization_id = app.organization_id() AND wanted_name <> '' AND c.name_key % wanted_name
           ORDER BY similarity(c.name_key, wanted_name) DESC LIMIT 10)
          UNION ALL
          (SELECT c.id, 'EMAIL' FROM public.customer c WHERE c.organization_id = app.organization_id() AND c.email = wanted_email LIMIT 10)
          UNION ALL
          (SELECT p.customer_id, 'EMAIL' FROM public.contact p WHERE p.organization_id = app.organization_id() AND p.email = wanted_email LIMIT 10)
          UNION ALL
          (SELECT c.id, 'PHONE' FROM public.customer c WHERE c.organization_id = app.organization_id() AND c.phone = wanted_phone LIMIT 10)
          UNION ALL
          (SELECT p.customer_id, 'PHONE' FROM public.contact p WHERE p.organization_id = app.organization_id() AND p.phone = wanted_phone LIMIT 10)
          UNION ALL
          (SELECT c.id, 'DOMAIN' FROM public.customer c WHERE c.organization_id = app.organization_id() AND c.domain = wanted_domain LIMIT 10)
        ) found
        GROUP BY found.id ORDER BY count(DISTINCT found.reason) DESC, found.id LIMIT 20
      $$;
      REVOKE EXECUTE ON FUNCTION app.customer_duplicates(text, text, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.customer_duplicates(text, text, text, text) TO ${APP_ROLE};
    `);
  }
}
