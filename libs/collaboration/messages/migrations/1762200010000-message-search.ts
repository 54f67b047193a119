import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** As they were until `MendedWords1763500000000`. */
export const SEARCH_FUNCTIONS = `
      -- What to look for: every word, or the beginning of it, or where no message has that, what it may have been meant to be.
      CREATE FUNCTION app.message_query(search text[]) RETURNS tsquery LANGUAGE plpgsql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        part text;
        wanted text[];
        meant text[];
        form text;
        query text := '';
      BEGIN
        FOREACH form IN ARRAY search LOOP
          form := app.search_form(form);
          wanted := tsvector_to_array(to_tsvector('simple'::regconfig, form));
          CONTINUE WHEN cardinality(wanted) = 0;
          SELECT string_agg(format('''%s''%s', replace(replace(w, '\\', '\\\\'), '''', ''''''), CASE WHEN length(w) > 1 THEN ':*' ELSE '' END), ' & ') INTO part FROM unnest(wanted) AS w;
          IF form ~ '^[[:alpha:]]{4,30}$' AND NOT EXISTS (SELECT FROM public.message_word v WHERE v.organization_id = app.organization_id() AND v.word ^@ form AND v.word >= form) THEN
            SELECT array_agg(near.word) INTO meant FROM (
              SELECT v.word FROM public.message_word v
              WHERE v.organization_id = app.organization_id() AND v.word % form
                AND levenshtein_less_equal(v.word, form, CASE WHEN length(form) < 5 THEN 1 ELSE 2 END) <= CASE WHEN length(form) < 5 THEN 1 ELSE 2 END
              ORDER BY levenshtein(v.word, form), similarity(v.word, form) DESC, v.word LIMIT 8) near;
            SELECT string_agg(format('''%s''', m), ' | ') INTO part FROM unnest(meant) AS m;
            -- Nothing is like it: nothing is found.
            IF part IS NULL THEN RETURN NULL; END IF;
          END IF;
          query := query || CASE WHEN query = '' THEN '' ELSE ' & ' END || '(' || part || ')';
        END LOOP;
        RETURN CASE WHEN query = '' THEN NULL ELSE query::tsquery END;
      END $function$;

      -- Ids of what matches in some channels, the latest first, behind a place in that order. Without words every message matches.
      -- What few messages have is looked up in the index and put in order; what many have is met soon on the way back in time: in each
      -- channel by itself where there are few, else through all of them at once.
      CREATE FUNCTION app.search_message(search text[], channels uuid[], author uuid, since timestamptz, until timestamptz, with_files boolean,
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
          EXECUTE 'SELECT array_agg(c.id ORDER BY c.at DESC, c.id DESC), count(*)::integer FROM (SELECT m.id, ' || moment || ' AS at FROM public.message m WHERE '
              || conditions || within || ' AND m.words @@ $8 LIMIT $9) c'
            INTO found, count USING app.organization_id(), channels, author, since, until, before_at, before_id, query, few + 1;
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
      REVOKE EXECUTE ON FUNCTION app.message_query(text[]), app.search_message(text[], uuid[], uuid, timestamptz, timestamptz, boolean, boolean, timestamptz, uuid, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.search_message(text[], uuid[], uuid, timestamptz, timestamptz, boolean, boolean, timestamptz, uuid, integer) TO ${APP_ROLE};
`;

/**
 * Search in half a million messages (CHA-04). Row-level security keeps full text from using an index (architecture.md, "Read path"), so
 * the owner's function `app.search_message` looks candidates up, in the channels it is given only; the reading statement applies
 * policies and rules to them. A word that no message has is taken for mistyped and replaced by those nearest to it.
 */
export class MessageSearch1762200010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

      -- Of a mention the name is a word, not the id.
      ALTER TABLE message ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS
        (to_tsvector('simple'::regconfig, app.search_form(regexp_replace(coalesce(body, ''), '\\]\\((user|role):[^)]*\\)', ' ', 'g')))) STORED;
      CREATE INDEX ix_message_words ON message USING gin (organization_id, channel_id, author_id, words) WHERE deleted_at IS NULL;

      CREATE TABLE message_word (
        organization_id uuid NOT NULL,
        word text NOT NULL,
        CONSTRAINT pk_message_word PRIMARY KEY (organization_id, word)
      );
      CREATE INDEX ix_message_word_similar ON message_word USING gin (organization_id, word gin_trgm_ops);

      -- What is mistyped is a word of letters; short ones are like everything, long ones are no words.
      CREATE FUNCTION app.note_message_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
      BEGIN
        -- In order, so that two who write the same new words wait for each other one way round.
        INSERT INTO public.message_word (organization_id, word)
        SELECT NEW.organization_id, lexeme FROM unnest(NEW.words) AS l WHERE lexeme ~ '^[[:alpha:]]{4,30}$' ORDER BY lexeme
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$;
      CREATE TRIGGER tr_message_words AFTER INSERT OR UPDATE OF body ON message FOR EACH ROW EXECUTE FUNCTION app.note_message_words();
      ${SEARCH_FUNCTIONS}
    `);
    await tenantTable(queryRunner, 'message_word', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.search_message(text[], uuid[], uuid, timestamptz, timestamptz, boolean, boolean, timestamptz, uuid, integer);
      DROP FUNCTION app.message_query(text[]);
      DROP TRIGGER tr_message_words ON message;
      DROP FUNCTION app.note_message_words();
      DROP TABLE message_word;
      ALTER TABLE message DROP COLUMN words;
    `);
  }
}
