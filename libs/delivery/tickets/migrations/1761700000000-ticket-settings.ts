import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** What an organization decided about tickets, one row each; without a row everything is off. */
export class TicketSettings1761700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ticket_settings (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        open_for_won_deals boolean NOT NULL DEFAULT false,
        category_id uuid,
        CONSTRAINT pk_ticket_settings PRIMARY KEY (id),
        CONSTRAINT uq_ticket_settings_organization UNIQUE (organization_id),
        CONSTRAINT ck_ticket_settings_category CHECK (NOT open_for_won_deals OR category_id IS NOT NULL),
        CONSTRAINT fk_ticket_settings_category FOREIGN KEY (organization_id, category_id) REFERENCES service_category (organization_id, id)
      );
    `);
    await tenantTable(queryRunner, 'ticket_settings', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ticket_settings');
  }
}
