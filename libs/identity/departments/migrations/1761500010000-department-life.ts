import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stages that departments serve, and departments that are not used any more (ORG-02). Names count among those in use only. */
export class DepartmentLife1761500010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE department ADD COLUMN stages smallint[] NOT NULL DEFAULT '{}', ADD COLUMN archived_at timestamptz,
        ADD CONSTRAINT ck_department_stages CHECK (stages <@ '{1,2,3,4,5,6,7,8,9}');
      UPDATE department SET stages = CASE kind
        WHEN 'MARKETING' THEN '{1}'::smallint[] WHEN 'SALES' THEN '{1,2,3}' WHEN 'SUPPORT' THEN '{4,5,6}' WHEN 'DELIVERY' THEN '{7,8,9}' WHEN 'QA' THEN '{9}' ELSE '{}' END;
      ALTER TABLE department DROP CONSTRAINT uq_department_name;
      CREATE UNIQUE INDEX uq_department_name ON department (organization_id, parent_id, name) NULLS NOT DISTINCT WHERE archived_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX uq_department_name;
      ALTER TABLE department ADD CONSTRAINT uq_department_name UNIQUE NULLS NOT DISTINCT (organization_id, parent_id, name);
      ALTER TABLE department DROP COLUMN stages, DROP COLUMN archived_at;
    `);
  }
}
