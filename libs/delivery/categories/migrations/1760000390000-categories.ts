import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Service categories with the checklists of their onboarding (TIC-02). */
export class Categories1760000390000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const base = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;
    await queryRunner.query(`
      CREATE TABLE service_category (
        ${base}
        key text NOT NULL,
        name text NOT NULL,
        department_id uuid,
        CONSTRAINT pk_service_category PRIMARY KEY (id),
        CONSTRAINT uq_service_category_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_service_category_key UNIQUE (organization_id, key),
        CONSTRAINT fk_service_category_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_service_category_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );

      CREATE TABLE requirement_template (
        ${base}
        category_id uuid NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        required boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_requirement_template PRIMARY KEY (id),
        CONSTRAINT uq_requirement_template_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_requirement_template_position UNIQUE (organization_id, category_id, position),
        CONSTRAINT ck_requirement_template_kind CHECK (kind IN ('INFORMATION', 'DOCUMENT', 'ACCESS')),
        CONSTRAINT fk_requirement_template_category FOREIGN KEY (organization_id, category_id) REFERENCES service_category (organization_id, id)
      );
    `);
    for (const table of ['service_category', 'requirement_template']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE requirement_template, service_category');
  }
}
