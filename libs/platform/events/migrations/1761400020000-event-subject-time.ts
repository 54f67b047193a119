import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log narrowed to one kind of record, newest first: without it a page of a rare kind is looked for in the whole log (AUD-02). */
export class EventSubjectTime1761400020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_event_subject_time ON event (organization_id, subject, occurred_at, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_event_subject_time');
  }
}
