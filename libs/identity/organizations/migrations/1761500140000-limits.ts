import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator lets an organization take up (ORG-07). */
export class Limits1761500140000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE organization ADD COLUMN user_limit integer, ADD CONSTRAINT ck_organization_user_limit CHECK (user_limit >= 1)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE organization DROP COLUMN user_limit');
  }
}
