import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service categories as a tree that people keep themselves (ORG-06). */
export class CategoryTree1761500130000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE service_category ADD COLUMN parent_id uuid, ADD COLUMN archived boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT fk_service_category_parent FOREIGN KEY (organization_id, parent_id) REFERENCES service_category (organization_id, id),
        ADD CONSTRAINT ck_service_category_parent CHECK (parent_id <> id);
      CREATE INDEX ix_service_category_parent ON service_category (organization_id, parent_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE service_category DROP COLUMN parent_id, DROP COLUMN archived');
  }
}
