import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text messages of a person are counted before another one goes out (`MOST_TEXTS_A_DAY`). */
export class TextsOfADay1763500010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("CREATE INDEX ix_notification_delivery_texts ON notification_delivery (organization_id, user_id, created_at) WHERE channel = 'SMS'");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_notification_delivery_texts');
  }
}
