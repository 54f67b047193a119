import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, RELAY_ROLE, tenantTable } from '../../database/index.js';

/** How far each consumer of the event log is, and what it has already done. */
export class Consumers1760000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Consumers that have ever run here. Belongs to the installation, not to an organization.
      CREATE TABLE consumer (
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- Events with a lower identity happened before the consumer existed; it leaves them out. 0 = takes everything.
        since_event_id bigint NOT NULL,
        CONSTRAINT pk_consumer PRIMARY KEY (name)
      );
      GRANT SELECT ON consumer TO ${APP_ROLE};
      GRANT SELECT, INSERT ON consumer TO ${RELAY_ROLE};

      CREATE TABLE consumer_cursor (
        organization_id uuid NOT NULL,
        consumer text NOT NULL,
        -- Everything up to here was taken or left out.
        position bigint NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_consumer_cursor PRIMARY KEY (organization_id, consumer)
      );

      CREATE TABLE consumer_effect (
        organization_id uuid NOT NULL,
        consumer text NOT NULL,
        effect_key text NOT NULL,
        event_id bigint NOT NULL,
        -- Keys the consumer names itself stay; those made of the event are needed for a while only.
        kept boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_consumer_effect PRIMARY KEY (organization_id, consumer, effect_key)
      );
      CREATE INDEX ix_consumer_effect_created_at ON consumer_effect (created_at) WHERE NOT kept;
    `);
    await tenantTable(queryRunner, 'consumer_cursor', ['SELECT', 'INSERT', 'UPDATE']);
    await tenantTable(queryRunner, 'consumer_effect', ['SELECT', 'INSERT']);
    for (const [table, privileges] of [['consumer_cursor', 'SELECT'], ['consumer_effect', 'SELECT, DELETE']]) {
      await queryRunner.query(`
        CREATE POLICY ${table}_relay ON ${table} TO ${RELAY_ROLE} USING (true) WITH CHECK (true);
        GRANT ${privileges} ON ${table} TO ${RELAY_ROLE};
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE consumer_effect, consumer_cursor, consumer');
  }
}
