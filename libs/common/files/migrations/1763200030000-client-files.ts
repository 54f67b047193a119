import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an organization takes files that its clients put on records they see; it does until it decides otherwise. */
export class ClientFiles1763200030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE file_policy ADD COLUMN clients_may_add boolean NOT NULL DEFAULT true');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE file_policy DROP COLUMN clients_may_add');
  }
}
