import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an organization's mails come from (ORG-06). */
export class SenderAddress1763600010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE organization_settings ADD COLUMN sender_address text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE organization_settings DROP COLUMN sender_address');
  }
}
