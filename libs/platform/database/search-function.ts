import type { QueryRunner } from 'typeorm';
import { APP_ROLE } from './database-urls.js';

/**
 * Makes a table searchable under row-level security; for migrations. Pattern operators are not leakproof, so the policies
 * keep them from using an index (architecture.md, "Read path": 74 ms against 0.7). Therefore: a generated column
 * `search_text`, a trigram index on it, and a function of the owner's `app.search_<table>` that looks up candidate ids within
 * the organization; the reading statement then applies policies and rules to those ids.
 *
 * The read model names them: `search: { column: 'search_text', candidates: 'app.search_lead', fields: [...] }`.
 *
 * @param columns text columns, in the order people would read them; names from the code, never from callers
 */
export async function searchFunction(queryRunner: QueryRunner, options: { table: string; columns: readonly string[] }): Promise<void> {
  const { table, columns } = options;
  await searchHelpers(queryRunner);
  const text = columns.map((column) => `coalesce(${column}, '')`).join(` || ' ' || `);
  await queryRunner.query(`
    ALTER TABLE ${table} ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (app.search_form(${text})) STORED;
    CREATE INDEX ix_${table}_search ON ${table} USING gin (organization_id, search_text gin_trgm_ops);

    -- The ids of the organization's rows whose text matches every pattern; NULL when there are more than "most", because then
    -- a scan in the list's order finds its page sooner. EXECUTE plans for the very patterns: what is rare takes the index, with
    -- every pattern as a key of its own, so that a common word costs little beside a rare one.
    CREATE FUNCTION app.search_${table}(patterns text[], most integer) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
    DECLARE
      matches text := (SELECT string_agg(format('t.search_text LIKE %L', pattern), ' AND ') FROM unnest(patterns) AS pattern);
      found uuid[];
    BEGIN
      EXECUTE 'SELECT coalesce(array_agg(c.id), ''{}'') FROM (SELECT t.id FROM public.${table} t
                 WHERE t.organization_id = $1 AND ' || matches || ' LIMIT $2) c'
        INTO found USING app.organization_id(), most + 1;
      RETURN CASE WHEN cardinality(found) > most THEN NULL ELSE found END;
    END $function$;
    REVOKE EXECUTE ON FUNCTION app.search_${table}(text[], integer) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION app.search_${table}(text[], integer) TO ${APP_ROLE};
  `);
}

/** Takes everything of `searchFunction` away again. */
export async function dropSearchFunction(queryRunner: QueryRunner, table: string): Promise<void> {
  await queryRunner.query(`
    DROP FUNCTION app.search_${table}(text[], integer);
    ALTER TABLE ${table} DROP COLUMN search_text;
  `);
}

/** Text as it is compared: small letters, no accents. `unaccent` itself is only STABLE because its dictionary could be altered; ours is not. */
async function searchHelpers(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION app.search_form(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN lower(public.unaccent('public.unaccent'::regdictionary, input));
    CREATE OR REPLACE FUNCTION app.search_patterns(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN ARRAY(SELECT '%' || app.search_form(word) || '%' FROM unnest(words) AS word);
  `);
}
