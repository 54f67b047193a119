import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/** Attempts to sign in as budgets that refill steadily, and a trace of refused strangers for the operator (IAM-07). */
export class AttemptBudgets1761000020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE sign_in_throttle;
      CREATE TABLE sign_in_throttle (
        key bytea NOT NULL,
        -- Every attempt moves it on by the budget's step; how far it lies ahead of now is how much is spent (GCRA).
        spent_until timestamptz NOT NULL,
        CONSTRAINT pk_sign_in_throttle PRIMARY KEY (key)
      );
      CREATE INDEX ix_sign_in_throttle_spent ON sign_in_throttle (spent_until);
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO ${APP_ROLE};

      -- Counts an attempt against several budgets: all of them, or none when one is spent. Rows are locked in the order of their
      -- keys, so that two attempts never wait for each other in a ring. Returns the seconds to wait; NULL when it was counted.
      CREATE FUNCTION app.take_attempt(keys bytea[], steps float8[], rooms float8[]) RETURNS float8 LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        wait float8;
      BEGIN
        INSERT INTO public.sign_in_throttle (key, spent_until) SELECT k, clock_timestamp() FROM unnest(keys) AS k ORDER BY k ON CONFLICT DO NOTHING;
        PERFORM 1 FROM public.sign_in_throttle t WHERE t.key = ANY (keys) ORDER BY t.key FOR UPDATE;
        SELECT max(extract(epoch FROM t.spent_until - clock_timestamp()) - b.room) INTO wait
        FROM unnest(keys, rooms) AS b (key, room) JOIN public.sign_in_throttle t ON t.key = b.key;
        IF wait > 0 THEN
          RETURN wait;
        END IF;
        UPDATE public.sign_in_throttle t SET spent_until = greatest(t.spent_until, clock_timestamp()) + make_interval(secs => b.step)
        FROM unnest(keys, steps) AS b (key, step) WHERE t.key = b.key;
        RETURN NULL;
      END $$;

      -- Gives back a counted attempt that succeeded; the person's own budget is whole again.
      CREATE FUNCTION app.give_back_attempt(keys bytea[], steps float8[], own bytea) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM 1 FROM public.sign_in_throttle t WHERE t.key = ANY (keys) ORDER BY t.key FOR UPDATE;
        UPDATE public.sign_in_throttle t SET spent_until = CASE WHEN t.key = own THEN clock_timestamp() ELSE t.spent_until - make_interval(secs => b.step) END
        FROM unnest(keys, steps) AS b (key, step) WHERE t.key = b.key;
      END $$;
      REVOKE EXECUTE ON FUNCTION app.take_attempt(bytea[], float8[], float8[]), app.give_back_attempt(bytea[], float8[], bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.take_attempt(bytea[], float8[], float8[]), app.give_back_attempt(bytea[], float8[], bytea) TO ${APP_ROLE};

      -- Refused attempts on accounts that do not exist belong to no organization's log: the operator's. Writing one takes as long as
      -- writing the event of a known account.
      CREATE TABLE refused_stranger (
        id uuid NOT NULL,
        refused_at timestamptz NOT NULL DEFAULT now(),
        request_id text NOT NULL,
        address text,
        user_agent text,
        -- Keyed hash of the e-mail address.
        email_key bytea NOT NULL,
        CONSTRAINT pk_refused_stranger PRIMARY KEY (id)
      );
      CREATE INDEX ix_refused_stranger_at ON refused_stranger (refused_at);
      GRANT INSERT, DELETE, SELECT (refused_at) ON refused_stranger TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE refused_stranger;
      DROP FUNCTION app.take_attempt(bytea[], float8[], float8[]), app.give_back_attempt(bytea[], float8[], bytea);
      DROP TABLE sign_in_throttle;
      CREATE TABLE sign_in_throttle (
        key bytea NOT NULL,
        attempts integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_sign_in_throttle PRIMARY KEY (key)
      );
      CREATE INDEX ix_sign_in_throttle_expires ON sign_in_throttle (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO ${APP_ROLE};
    `);
  }
}
