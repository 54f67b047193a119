import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEARCH_FUNCTIONS } from './1762200010000-message-search.js';

/**
 * Which word counts as mistyped, and what it is mended to, goes by what the caller may read and by nothing else. Until now it went by the
 * organization's vocabulary: whoever wrote a word one letter beside another in a channel of theirs could find out by a search whether
 * anybody had written that other one anywhere, clients too. docs/adr/0013.
 */
export class MendedWords1763500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Whether a message of these channels, on the client's side for a client, fits a query.
      CREATE FUNCTION app.messages_say(channels uuid[], for_client boolean, query text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        said boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.message m WHERE m.organization_id = $1 AND m.deleted_at IS NULL AND %s AND m.words @@ %L::tsquery %s)',
            CASE WHEN cardinality(channels) <= 3 THEN 'm.channel_id = ANY ($2)' ELSE '(m.channel_id = ANY ($2)) IS TRUE' END, query, CASE WHEN for_client THEN 'AND m.shared_with_client' ELSE '' END)
          INTO said USING app.organization_id(), channels;
        RETURN said;
      END $function$;

      DROP FUNCTION app.message_query(text[]);
      -- What to look for: every word, or the beginning of it.
      CREATE FUNCTION app.message_query(search text[]) RETURNS tsquery LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $function$
        SELECT string_agg(format('''%s''%s', replace(replace(w, '\\', '\\\\'), '''', ''''''), CASE WHEN length(w) > 1 THEN ':*' ELSE '' END), ' & ')::tsquery
        FROM unnest(search) AS s (word), unnest(tsvector_to_array(to_tsvector('simple'::regconfig, app.search_form(s.word)))) AS w
      $function$;

      -- The same with every word that the caller can read nowhere replaced by those nearest to it that they can; NULL when nothing is to
      -- be replaced, or nothing is like it.
      CREATE FUNCTION app.mended_message_query(search text[], channels uuid[], for_client boolean) RETURNS tsquery LANGUAGE plpgsql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        part tsquery;
        near text;
        meant text[];
        form text;
        query tsquery;
        mended boolean := false;
      BEGIN
        FOREACH form IN ARRAY search LOOP
          form := app.search_form(form);
          part := app.message_query(ARRAY[form]);
          CONTINUE WHEN part IS NULL;
          IF form ~ '^[[:alpha:]]{4,30}$' AND NOT app.messages_say(channels, for_client, part::text) THEN
            meant := '{}';
            FOR near IN
              SELECT v.word FROM public.message_word v WHERE v.organization_id = app.organization_id() AND v.word % form
                AND levenshtein_less_equal(v.word, form, CASE WHEN length(form) < 5 THEN 1 ELSE 2 END) <= CASE WHEN length(form) < 5 THEN 1 ELSE 2 END
              ORDER BY levenshtein(v.word, form), similarity(v.word, form) DESC, v.word
            LOOP
              IF app.messages_say(channels, for_client, quote_literal(near)) THEN meant := meant || quote_literal(near); END IF;
              EXIT WHEN cardinality(meant) = 8;
            END LOOP;
            IF cardinality(meant) = 0 THEN RETURN NULL; END IF;
            part := array_to_string(meant, ' | ')::tsquery;
            mended := true;
          END IF;
          query := CASE WHEN query IS NULL THEN part ELSE query && part END;
        END LOOP;
        RETURN CASE WHEN mended THEN query END;
      END $function$;

      -- Ids of what matches in some channels, the latest first, behind a place in that order. Without words every message matches.
      -- What few messages have is looked up in the index and put in order; what many have is met soon on the way back in time: in each
      -- channel by itself where there are few, else through all of them at once.
      CREATE OR REPLACE FUNCTION app.search_message(search text[], channels uuid[], author uuid, since timestamptz, until timestamptz, with_files boolean,
        for_client boolean, before_at timestamptz, before_id uuid, most integer) RETURNS uuid[]
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        few CONSTANT integer := 1000;
        few_channels CONSTANT boolean := cardinality(channels) <= 60;
        query tsquery;
        conditions text := 'm.organization_id = $1 AND m.deleted_at IS NULL';
        within text;
        latest text;
        found uuid[];
        count integer;
        -- For the client a message begins when they see it.
        moment CONSTANT text := CASE WHEN for_client THEN 'm.shared_at' ELSE 'm.created_at' END;
      BEGIN
        IF cardinality(channels) = 0 THEN RETURN '{}'; END IF;
        IF cardinality(search) > 0 THEN
          query := app.message_query(search);
          IF query IS NULL THEN RETURN '{}'; END IF;
        END IF;
        IF for_client THEN conditions := conditions || ' AND m.shared_with_client'; END IF;
        IF author IS NOT NULL THEN conditions := conditions || ' AND m.author_id = $3'; END IF;
        IF since IS NOT NULL THEN conditions := conditions || ' AND ' || moment || ' >= $4'; END IF;
        IF until IS NOT NULL THEN conditions := conditions || ' AND ' || moment || ' < $5'; END IF;
        IF with_files IS NOT NULL THEN conditions := conditions || CASE WHEN with_files THEN ' AND m.has_files' ELSE ' AND NOT m.has_files' END; END IF;
        IF before_at IS NOT NULL THEN conditions := conditions || ' AND (' || moment || ', m.id) < ($6, $7)'; END IF;
        IF query IS NOT NULL THEN
          -- The index gathers all that have the word anew for each channel it is asked for: worth it for very few; else rows are compared with all of them.
          within := CASE WHEN cardinality(channels) <= 3 THEN ' AND m.channel_id = ANY ($2)' ELSE ' AND (m.channel_id = ANY ($2)) IS TRUE' END;
          FOR attempt IN 1..2 LOOP
            EXECUTE 'SELECT array_agg(c.id ORDER BY c.at DESC, c.id DESC), count(*)::integer FROM (SELECT m.id, ' || moment || ' AS at FROM public.message m WHERE '
                || conditions || within || ' AND m.words @@ $8 LIMIT $9) c'
              INTO found, count USING app.organization_id(), channels, author, since, until, before_at, before_id, query, few + 1;
            EXIT WHEN count > 0 OR attempt = 2;
            -- Nothing has these words: perhaps they were meant to be others, of those that the caller may read.
            query := app.mended_message_query(search, channels, for_client);
            IF query IS NULL THEN RETURN '{}'; END IF;
          END LOOP;
          IF count <= few THEN RETURN coalesce(found[1:most], '{}'); END IF;
          conditions := conditions || ' AND m.words @@ $8';
        END IF;
        latest := 'SELECT m.id, ' || moment || ' AS at FROM public.message m WHERE ' || conditions || ' AND %s ORDER BY ' || moment || ' DESC, m.id DESC LIMIT $9';
        latest := CASE WHEN few_channels THEN 'SELECT l.* FROM unnest($2) AS one (id) CROSS JOIN LATERAL (' || format(latest, 'm.channel_id = one.id') || ') l ORDER BY l.at DESC, l.id DESC LIMIT $9'
          ELSE format(latest, '(m.channel_id = ANY ($2)) IS TRUE') END;
        EXECUTE 'SELECT coalesce(array_agg(c.id ORDER BY c.at DESC, c.id DESC), ''{}'') FROM (' || latest || ') c'
          INTO found USING app.organization_id(), channels, author, since, until, before_at, before_id, query, most;
        RETURN found;
      END $function$;
      REVOKE EXECUTE ON FUNCTION app.messages_say(uuid[], boolean, text), app.message_query(text[]), app.mended_message_query(text[], uuid[], boolean) FROM PUBLIC;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.search_message(text[], uuid[], uuid, timestamptz, timestamptz, boolean, boolean, timestamptz, uuid, integer);
      DROP FUNCTION app.mended_message_query(text[], uuid[], boolean);
      DROP FUNCTION app.message_query(text[]);
      DROP FUNCTION app.messages_say(uuid[], boolean, text);
      ${SEARCH_FUNCTIONS}
    `);
  }
}
