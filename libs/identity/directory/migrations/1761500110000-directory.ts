import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Profiles, skills and time off of those who work here (ORG-03). */
export class Directory1761500110000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const base = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;
    await queryRunner.query(`
      CREATE TABLE staff_profile (
        ${base}
        phone text,
        location text,
        about text,
        weekly_minutes integer NOT NULL DEFAULT 2400,
        work_days text[] NOT NULL DEFAULT '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}',
        CONSTRAINT pk_staff_profile PRIMARY KEY (id),
        CONSTRAINT uq_staff_profile_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_staff_profile_weekly_minutes CHECK (weekly_minutes BETWEEN 0 AND 10080),
        CONSTRAINT ck_staff_profile_work_days CHECK (work_days <@ '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}'),
        CONSTRAINT fk_staff_profile_user FOREIGN KEY (organization_id, id) REFERENCES user_account (organization_id, id)
      );
      INSERT INTO staff_profile (id, organization_id) SELECT id, organization_id FROM user_account WHERE tier IN ('EMPLOYEE', 'ADMIN');

      -- Wherever accounts of staff come from, they have a profile.
      CREATE FUNCTION app.give_staff_profile() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO public.staff_profile (id, organization_id) VALUES (NEW.id, NEW.organization_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_user_account_staff_profile AFTER INSERT ON user_account FOR EACH ROW WHEN (NEW.tier IN ('EMPLOYEE', 'ADMIN'))
        EXECUTE FUNCTION app.give_staff_profile();

      CREATE TABLE staff_skill (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        skill_id uuid NOT NULL,
        level integer NOT NULL,
        CONSTRAINT pk_staff_skill PRIMARY KEY (id),
        CONSTRAINT uq_staff_skill_skill UNIQUE (organization_id, user_id, skill_id),
        CONSTRAINT ck_staff_skill_level CHECK (level BETWEEN 1 AND 5),
        CONSTRAINT fk_staff_skill_user FOREIGN KEY (organization_id, user_id) REFERENCES staff_profile (organization_id, id),
        CONSTRAINT fk_staff_skill_skill FOREIGN KEY (organization_id, skill_id) REFERENCES pick_list_item (organization_id, id)
      );
      CREATE INDEX ix_staff_skill_skill ON staff_skill (organization_id, skill_id, user_id);

      CREATE TABLE time_off (
        ${base}
        user_id uuid NOT NULL,
        department_id uuid,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        kind_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'REQUESTED',
        note text,
        reason text,
        decided_at timestamptz,
        decided_by uuid,
        CONSTRAINT pk_time_off PRIMARY KEY (id),
        CONSTRAINT uq_time_off_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_time_off_days CHECK (ends_on BETWEEN starts_on AND starts_on + 365),
        CONSTRAINT ck_time_off_status CHECK (status IN ('REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
        CONSTRAINT fk_time_off_user FOREIGN KEY (organization_id, user_id) REFERENCES staff_profile (organization_id, id),
        CONSTRAINT fk_time_off_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_time_off_kind FOREIGN KEY (organization_id, kind_id) REFERENCES pick_list_item (organization_id, id)
      );
      CREATE INDEX ix_time_off_starts ON time_off (organization_id, starts_on DESC, id DESC);
      CREATE INDEX ix_time_off_user ON time_off (organization_id, user_id, starts_on DESC, id DESC);
      CREATE INDEX ix_time_off_department ON time_off (organization_id, department_id, starts_on DESC, id DESC);
    `);
    await tenantTable(queryRunner, 'staff_profile', ['SELECT', 'UPDATE']);
    for (const table of ['staff_skill', 'time_off']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_user_account_staff_profile ON user_account;
      DROP FUNCTION app.give_staff_profile();
      DROP TABLE time_off, staff_skill, staff_profile;
    `);
  }
}
