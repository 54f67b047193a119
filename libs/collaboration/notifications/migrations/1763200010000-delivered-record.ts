import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail names the record it tells of, so that its text can be taken back with what it quotes: a notification moves on to the next message. */
export class DeliveredRecord1763200010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE notification_delivery ADD COLUMN record_id uuid;
      UPDATE notification_delivery d SET record_id = n.record_id FROM notification n
      WHERE n.organization_id = d.organization_id AND n.id = d.notification_id AND n.subject = 'message' AND d.mail_id IS NOT NULL;
      CREATE INDEX ix_notification_delivery_record ON notification_delivery (organization_id, record_id) WHERE record_id IS NOT NULL;
      CREATE INDEX ix_notification_quoting ON notification (organization_id, context_id) WHERE subject = 'message' AND body IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_notification_quoting; ALTER TABLE notification_delivery DROP COLUMN record_id');
  }
}
