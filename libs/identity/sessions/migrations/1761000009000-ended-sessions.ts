import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/** Which of some sessions are over: for the sockets that a process holds, whatever their organizations (IAM-06). */
export class EndedSessions1761000009000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.ended_sessions(asked uuid[]) RETURNS uuid[]
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT array_agg(a.id) FROM unnest(asked) AS a (id)
        WHERE NOT EXISTS (
          SELECT 1 FROM public.session s
          JOIN public.user_account u ON u.id = s.user_id AND u.status = 'ACTIVE'
          JOIN public.organization o ON o.id = s.organization_id AND o.status = 'ACTIVE'
          WHERE s.id = a.id AND s.revoked_at IS NULL AND s.expires_at > now())
      $$;
      REVOKE EXECUTE ON FUNCTION app.ended_sessions(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.ended_sessions(uuid[]) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.ended_sessions(uuid[])');
  }
}
