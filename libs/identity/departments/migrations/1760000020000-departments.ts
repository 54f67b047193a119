import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** The department tree and the teams below it (ORG-02). Managers and leads are linked when people exist (users). */
export class Departments1760000020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE department (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        kind text NOT NULL,
        parent_id uuid,
        manager_id uuid,
        CONSTRAINT pk_department PRIMARY KEY (id),
        CONSTRAINT uq_department_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_department_name UNIQUE NULLS NOT DISTINCT (organization_id, parent_id, name),
        CONSTRAINT ck_department_kind CHECK (kind IN ('SALES', 'SUPPORT', 'DELIVERY', 'QA', 'MARKETING', 'CLIENT_SERVICES', 'HR', 'ACCOUNTING', 'ADMINISTRATION')),
        CONSTRAINT fk_department_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_department_parent FOREIGN KEY (organization_id, parent_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_department_parent ON department (organization_id, parent_id);

      CREATE TABLE team (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        department_id uuid NOT NULL,
        lead_id uuid,
        CONSTRAINT pk_team PRIMARY KEY (id),
        CONSTRAINT uq_team_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_team_name UNIQUE (organization_id, department_id, name),
        CONSTRAINT fk_team_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );

      -- A node below itself would make its subtree endless. The organization's row is locked first, so that of two
      -- moves that only together make a ring the second one sees the first.
      CREATE FUNCTION app.refuse_department_ring() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM 1 FROM public.organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
        IF EXISTS (
          WITH RECURSIVE above AS (
            SELECT NEW.parent_id AS id
            UNION
            SELECT d.parent_id FROM public.department d JOIN above ON d.id = above.id WHERE d.parent_id IS NOT NULL)
          SELECT 1 FROM above WHERE id = NEW.id)
        THEN
          RAISE EXCEPTION 'A department cannot lie below itself.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_department_ring';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_department_ring BEFORE INSERT OR UPDATE OF parent_id ON department
        FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION app.refuse_department_ring();

      CREATE TRIGGER tr_department_access AFTER UPDATE OF parent_id, manager_id ON department FOR EACH ROW
        WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.manager_id IS DISTINCT FROM NEW.manager_id)
        EXECUTE FUNCTION app.row_access_changed();
      CREATE TRIGGER tr_department_access_insert AFTER INSERT ON department FOR EACH ROW
        WHEN (NEW.parent_id IS NOT NULL OR NEW.manager_id IS NOT NULL) EXECUTE FUNCTION app.row_access_changed();
      CREATE TRIGGER tr_department_access_delete AFTER DELETE ON department FOR EACH ROW EXECUTE FUNCTION app.row_access_changed();
      CREATE TRIGGER tr_team_access AFTER INSERT OR DELETE OR UPDATE OF lead_id ON team FOR EACH ROW EXECUTE FUNCTION app.row_access_changed();
    `);
    for (const table of ['department', 'team']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE team, department; DROP FUNCTION app.refuse_department_ring()');
  }
}
