import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the team did, newest first: by kind of record and by person, past imports and everything else the log is full of (COL-01). */
export class Activity1763100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_event_activity ON event (organization_id, subject, id) WHERE NOT historical;
      CREATE INDEX ix_event_activity_actor ON event (organization_id, actor_id, id) WHERE NOT historical;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_event_activity, ix_event_activity_actor');
  }
}
