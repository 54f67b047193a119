import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody last read something new of what the client sees: a client must not learn from the time of a mark that the agency reads among itself. */
export class ClientReadTime1763200020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE channel_reader ADD COLUMN last_read_client_at timestamptz;
      UPDATE channel_reader r SET last_read_client_at = r.last_read_at FROM channel c
      WHERE c.organization_id = r.organization_id AND c.id = r.channel_id AND c.two_sided AND r.last_read_client_sequence > 0;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE channel_reader DROP COLUMN last_read_client_at');
  }
}
