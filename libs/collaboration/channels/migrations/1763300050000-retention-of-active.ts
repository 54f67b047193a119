import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTION = (active: string): string => `
  CREATE OR REPLACE FUNCTION app.organizations_with_retention() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.organization_id FROM (
      SELECT organization_id FROM public.channel_settings WHERE retention_days IS NOT NULL
      UNION SELECT organization_id FROM public.channel WHERE retention_days IS NOT NULL) w ${active};
  $$;`;

/** A suspended organization, in which nothing can be done, kept the messages of the others from expiring. */
export class RetentionOfActive1763300050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FUNCTION("JOIN public.organization o ON o.id = w.organization_id AND o.status = 'ACTIVE'"));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FUNCTION(''));
  }
}
