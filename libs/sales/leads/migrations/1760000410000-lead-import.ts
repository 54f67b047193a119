import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Imports of leads from files: the file itself lies here in pieces until the import is over (DAT-01). */
export class LeadImport1760000410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE lead_import (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        owner_id uuid NOT NULL,
        department_id uuid,
        file_name text NOT NULL,
        byte_size bigint NOT NULL DEFAULT 0,
        sha256 text,
        status text NOT NULL DEFAULT 'UPLOADING',
        -- What was found in the file: encoding, delimiter, columns with samples, a guess of the mapping.
        detected jsonb,
        -- What the person chose: encoding, delimiter, mapping, what to do with leads that are there already.
        settings jsonb,
        -- Records that are over and done with, in the order of the file; moves in the transaction that writes their leads.
        rows_done integer NOT NULL DEFAULT 0,
        rows_total integer,
        rows_created integer NOT NULL DEFAULT 0,
        rows_updated integer NOT NULL DEFAULT 0,
        rows_unchanged integer NOT NULL DEFAULT 0,
        rows_skipped integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        report jsonb,
        failure text,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT pk_lead_import PRIMARY KEY (id),
        CONSTRAINT uq_lead_import_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_lead_import_status CHECK (status IN ('UPLOADING', 'UPLOADED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
        CONSTRAINT fk_lead_import_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_lead_import_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_lead_import_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_lead_import_created ON lead_import (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_lead_import_owner ON lead_import (organization_id, owner_id, created_at DESC, id DESC);

      CREATE TABLE lead_import_piece (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_lead_import_piece PRIMARY KEY (import_id, position),
        CONSTRAINT fk_lead_import_piece_import FOREIGN KEY (organization_id, import_id) REFERENCES lead_import (organization_id, id) ON DELETE CASCADE
      );
      -- Already small and read once: compressing it would only cost time.
      ALTER TABLE lead_import_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

      -- Rows that did not come in, with why; as many as the service keeps.
      CREATE TABLE lead_import_refusal (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        line integer NOT NULL,
        problem text NOT NULL,
        cells jsonb NOT NULL,
        CONSTRAINT pk_lead_import_refusal PRIMARY KEY (import_id, line),
        CONSTRAINT fk_lead_import_refusal_import FOREIGN KEY (organization_id, import_id) REFERENCES lead_import (organization_id, id) ON DELETE CASCADE
      );

      ALTER TABLE lead ADD CONSTRAINT fk_lead_import FOREIGN KEY (organization_id, import_id) REFERENCES lead_import (organization_id, id);
    `);
    for (const table of ['lead_import', 'lead_import_piece', 'lead_import_refusal']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE lead DROP CONSTRAINT fk_lead_import;
      DROP TABLE lead_import_refusal, lead_import_piece, lead_import;
    `);
  }
}
