import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** The services and products that quotes are made of (QUO-01). */
export class Catalogue1760000250000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE product (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        sku text NOT NULL,
        name text NOT NULL,
        description text,
        category_key text,
        unit text NOT NULL DEFAULT 'piece',
        price_minor bigint NOT NULL,
        currency text NOT NULL,
        tax_basis_points integer NOT NULL DEFAULT 0,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_product PRIMARY KEY (id),
        CONSTRAINT uq_product_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_product_sku UNIQUE (organization_id, sku),
        CONSTRAINT ck_product_price CHECK (price_minor >= 0),
        CONSTRAINT ck_product_tax CHECK (tax_basis_points BETWEEN 0 AND 10000),
        CONSTRAINT fk_product_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE INDEX ix_product_name ON product (organization_id, name, id);
    `);
    await tenantTable(queryRunner, 'product');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE product');
  }
}
