import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../database-urls.js';

/** Counters for the numbers people read (`PRJ-1042`), per organization and prefix. */
export class Numbers1760000060000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE number_counter (
        organization_id uuid NOT NULL,
        prefix text NOT NULL,
        last bigint NOT NULL,
        CONSTRAINT pk_number_counter PRIMARY KEY (organization_id, prefix),
        CONSTRAINT ck_number_counter_prefix CHECK (prefix ~ '^[A-Z]{1,6}$')
      );
      -- Nobody but the function touches it: row-level security without a policy.
      ALTER TABLE number_counter ENABLE ROW LEVEL SECURITY;

      -- Takes the next numbers and returns the first of them; the first ever is 1001.
      CREATE FUNCTION app.take_numbers(organization uuid, wanted_prefix text, amount integer) RETURNS bigint
      LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        INSERT INTO public.number_counter AS counter (organization_id, prefix, last) VALUES (organization, wanted_prefix, 1000 + amount)
        ON CONFLICT (organization_id, prefix) DO UPDATE SET last = counter.last + amount
        RETURNING last - amount + 1
      $$;
      REVOKE EXECUTE ON FUNCTION app.take_numbers(uuid, text, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.take_numbers(uuid, text, integer) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.take_numbers(uuid, text, integer); DROP TABLE number_counter');
  }
}
