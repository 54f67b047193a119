import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, dropSearchFunction, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Files that hang on records, what is stored of them, and what an organization takes in (DOC-01, DOC-03). */
export class Files1762000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE file (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        subject text,
        record_id uuid,
        shared_with_client boolean NOT NULL DEFAULT false,
        owner_id uuid,
        name text NOT NULL,
        content_type text NOT NULL,
        bytes bigint NOT NULL,
        received bigint NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'UPLOADING',
        refusal text,
        width integer,
        height integer,
        has_thumbnail boolean NOT NULL DEFAULT false,
        has_preview boolean NOT NULL DEFAULT false,
        sealed_key bytea NOT NULL,
        expires_at timestamptz,
        CONSTRAINT pk_file PRIMARY KEY (id),
        CONSTRAINT uq_file_organization UNIQUE (organization_id, id),
        CONSTRAINT ck_file_state CHECK (state IN ('UPLOADING', 'CHECKING', 'READY', 'REFUSED')),
        CONSTRAINT ck_file_refusal CHECK ((refusal IS NOT NULL) = (state = 'REFUSED')),
        CONSTRAINT ck_file_record CHECK ((subject IS NULL) = (record_id IS NULL)),
        CONSTRAINT ck_file_attached CHECK (record_id IS NULL OR (state <> 'UPLOADING' AND expires_at IS NULL)),
        CONSTRAINT ck_file_bytes CHECK (bytes > 0 AND received BETWEEN 0 AND bytes),
        CONSTRAINT ck_file_name CHECK (name <> '' AND name !~ '[/\\\\[:cntrl:]]'),
        CONSTRAINT fk_file_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_file_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_file_record ON file (organization_id, record_id, created_at DESC, id DESC);
      CREATE INDEX ix_file_owner ON file (organization_id, owner_id, created_at DESC, id DESC);
      CREATE INDEX ix_file_created ON file (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_file_expires ON file (expires_at) WHERE expires_at IS NOT NULL;

      CREATE TABLE file_part (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        file_id uuid,
        variant text NOT NULL,
        number integer NOT NULL,
        bytes bigint,
        sweep_after timestamptz,
        CONSTRAINT pk_file_part PRIMARY KEY (id),
        CONSTRAINT ck_file_part_variant CHECK (variant IN ('CONTENT', 'THUMBNAIL', 'PREVIEW')),
        CONSTRAINT ck_file_part_kept CHECK (sweep_after IS NOT NULL OR (file_id IS NOT NULL AND bytes > 0)),
        CONSTRAINT fk_file_part_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_file_part_file FOREIGN KEY (organization_id, file_id) REFERENCES file (organization_id, id)
      );
      CREATE UNIQUE INDEX uq_file_part_place ON file_part (organization_id, file_id, variant, number) WHERE sweep_after IS NULL;
      CREATE INDEX ix_file_part_file ON file_part (organization_id, file_id);
      CREATE INDEX ix_file_part_sweep ON file_part (sweep_after) WHERE sweep_after IS NOT NULL;

      CREATE TABLE file_policy (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        allowed_types text[],
        max_bytes bigint,
        used_bytes bigint NOT NULL DEFAULT 0,
        limit_bytes bigint,
        CONSTRAINT pk_file_policy PRIMARY KEY (id),
        CONSTRAINT uq_file_policy_organization UNIQUE (organization_id),
        CONSTRAINT ck_file_policy_bytes CHECK (used_bytes >= 0 AND max_bytes > 0 AND limit_bytes >= 0),
        CONSTRAINT fk_file_policy_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );

      -- What the sweeper looks at, of every organization: ids only.
      CREATE FUNCTION app.file_rubbish(most integer) RETURNS TABLE (kind text, organization_id uuid, id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        (SELECT 'FILE', f.organization_id, f.id FROM public.file f WHERE f.expires_at < now() ORDER BY f.expires_at LIMIT most)
        UNION ALL
        (SELECT 'PART', p.organization_id, p.id FROM public.file_part p WHERE p.sweep_after < now() ORDER BY p.sweep_after LIMIT most)
      $$;
      REVOKE EXECUTE ON FUNCTION app.file_rubbish(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.file_rubbish(integer) TO ${APP_ROLE};
    `);
    await searchFunction(queryRunner, { table: 'file', columns: ['name'] });
    await tenantTable(queryRunner, 'file');
    await tenantTable(queryRunner, 'file_part');
    await tenantTable(queryRunner, 'file_policy', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.file_rubbish(integer)');
    await dropSearchFunction(queryRunner, 'file');
    await queryRunner.query('DROP TABLE file_part, file, file_policy');
  }
}
