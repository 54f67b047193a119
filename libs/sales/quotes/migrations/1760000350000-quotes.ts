import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Quotes with lines; acceptance with its evidence lies on the quote (QUO-02, QUO-03). */
export class Quotes1760000350000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE quote (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        number text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        deal_id uuid NOT NULL,
        customer_id uuid NOT NULL,
        title text NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        currency text NOT NULL,
        valid_until date NOT NULL,
        terms text,
        discount_basis_points integer NOT NULL DEFAULT 0,
        subtotal_minor bigint NOT NULL DEFAULT 0,
        discount_minor bigint NOT NULL DEFAULT 0,
        tax_minor bigint NOT NULL DEFAULT 0,
        total_minor bigint NOT NULL DEFAULT 0,
        shared_with_client boolean NOT NULL DEFAULT false,
        public_token_hash bytea,
        sent_at timestamptz,
        viewed_at timestamptz,
        decided_at timestamptz,
        decline_reason text,
        accepted_name text,
        accepted_address text,
        accepted_user_agent text,
        accepted_hash text,
        owner_id uuid,
        department_id uuid,
        CONSTRAINT pk_quote PRIMARY KEY (id),
        CONSTRAINT uq_quote_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_quote_number UNIQUE (organization_id, number, revision),
        CONSTRAINT uq_quote_token UNIQUE (public_token_hash),
        CONSTRAINT ck_quote_status CHECK (status IN ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SUPERSEDED')),
        CONSTRAINT ck_quote_discount CHECK (discount_basis_points BETWEEN 0 AND 10000),
        CONSTRAINT fk_quote_deal FOREIGN KEY (organization_id, deal_id) REFERENCES deal (organization_id, id),
        CONSTRAINT fk_quote_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_quote_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_quote_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_quote_created ON quote (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_quote_deal ON quote (organization_id, deal_id, created_at);
      CREATE INDEX ix_quote_customer ON quote (organization_id, customer_id, created_at);

      CREATE TABLE quote_line (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        quote_id uuid NOT NULL,
        position integer NOT NULL,
        product_id uuid,
        description text NOT NULL,
        quantity numeric(12,2) NOT NULL,
        unit_price_minor bigint NOT NULL,
        discount_basis_points integer NOT NULL DEFAULT 0,
        tax_basis_points integer NOT NULL DEFAULT 0,
        net_minor bigint NOT NULL,
        CONSTRAINT pk_quote_line PRIMARY KEY (id),
        CONSTRAINT uq_quote_line_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_quote_line_position UNIQUE (organization_id, quote_id, position),
        CONSTRAINT ck_quote_line_quantity CHECK (quantity > 0),
        CONSTRAINT ck_quote_line_price CHECK (unit_price_minor >= 0),
        CONSTRAINT ck_quote_line_discount CHECK (discount_basis_points BETWEEN 0 AND 10000),
        CONSTRAINT ck_quote_line_tax CHECK (tax_basis_points BETWEEN 0 AND 10000),
        CONSTRAINT fk_quote_line_quote FOREIGN KEY (organization_id, quote_id) REFERENCES quote (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_quote_line_product FOREIGN KEY (organization_id, product_id) REFERENCES product (organization_id, id)
      );
    `);
    await tenantTable(queryRunner, 'quote');
    await tenantTable(queryRunner, 'quote_line');
    await queryRunner.query(`
      -- The client's link is all a stranger has: find organization and quote before the tenant is known.
      CREATE FUNCTION app.quote_by_token(token_hash bytea) RETURNS TABLE (organization_id uuid, quote_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
          SELECT q.organization_id, q.id FROM public.quote q WHERE q.public_token_hash = token_hash;
        $$;
      REVOKE EXECUTE ON FUNCTION app.quote_by_token(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.quote_by_token(bytea) TO ${APP_ROLE};
    `);
    await searchFunction(queryRunner, { table: 'quote', columns: ['number', 'title'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.search_quote(text[], integer); DROP FUNCTION app.quote_by_token(bytea); DROP TABLE quote_line, quote');
  }
}
