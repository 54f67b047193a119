import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What nobody says any more leaves the vocabulary with the last message that said it, in the same transaction: whether words were
 * changed, taken back, or their message went for good (retention, an organization's deletion). docs/adr/0013.
 */
export class ForgottenWords1763200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One search of the index for each word: with the word in its text it is planned by how common the word is.
      CREATE FUNCTION app.message_says(organization uuid, word text) RETURNS boolean LANGUAGE plpgsql STABLE
      SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        said boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM public.message m WHERE m.organization_id = $1 AND m.deleted_at IS NULL AND m.words @@ %L::tsquery)', quote_literal(word))
          INTO said USING organization;
        RETURN said;
      END $function$;

      -- Words that are gone from some messages. Whoever posts holds the organization's lock in common (app.note_message_words), so that no
      -- word is taken out that a message on its way still has; it is asked for only when a word is really lost, and held until the commit.
      CREATE FUNCTION app.forget_message_words(organization uuid, gone text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        candidate text;
        lost text[] := '{}';
      BEGIN
        FOR candidate IN SELECT v.word FROM public.message_word v WHERE v.organization_id = organization AND v.word = ANY (gone) LOOP
          IF NOT app.message_says(organization, candidate) THEN lost := lost || candidate; END IF;
        END LOOP;
        IF cardinality(lost) = 0 THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(17632, hashtext(organization::text));
        FOREACH candidate IN ARRAY lost LOOP
          IF NOT app.message_says(organization, candidate) THEN DELETE FROM public.message_word WHERE organization_id = organization AND word = candidate; END IF;
        END LOOP;
      END $function$;

      CREATE FUNCTION app.forget_changed_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
      BEGIN
        PERFORM app.forget_message_words(OLD.organization_id, ARRAY(SELECT unnest(tsvector_to_array(OLD.words)) EXCEPT SELECT unnest(tsvector_to_array(NEW.words))));
        RETURN NULL;
      END $function$;
      -- By its name before tr_message_words: of two who edit at once, none holds the lock in common while it waits for it alone.
      CREATE TRIGGER tr_message_forgets AFTER UPDATE OF body ON message FOR EACH ROW WHEN (OLD.words IS DISTINCT FROM NEW.words) EXECUTE FUNCTION app.forget_changed_words();

      CREATE FUNCTION app.forget_deleted_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $function$
      DECLARE
        affected record;
      BEGIN
        FOR affected IN SELECT d.organization_id AS id, array_agg(DISTINCT l.lexeme) AS words FROM deleted d, unnest(d.words) l GROUP BY 1 LOOP
          PERFORM app.forget_message_words(affected.id, affected.words);
        END LOOP;
        RETURN NULL;
      END $function$;
      CREATE TRIGGER tr_message_forgotten AFTER DELETE ON message REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION app.forget_deleted_words();

      CREATE OR REPLACE FUNCTION app.note_message_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(17632, hashtext(NEW.organization_id::text));
        -- In order, so that two who write the same new words wait for each other one way round.
        INSERT INTO public.message_word (organization_id, word)
        SELECT NEW.organization_id, lexeme FROM unnest(NEW.words) AS l WHERE lexeme ~ '^[[:alpha:]]{4,30}$' ORDER BY lexeme
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$;

      REVOKE EXECUTE ON FUNCTION app.message_says(uuid, text), app.forget_message_words(uuid, text[]) FROM PUBLIC;

      -- What was kept too long until now.
      DELETE FROM message_word v WHERE NOT EXISTS (
        SELECT FROM (SELECT DISTINCT m.organization_id, l.lexeme FROM message m, unnest(m.words) l WHERE m.deleted_at IS NULL) said
        WHERE said.organization_id = v.organization_id AND said.lexeme = v.word);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_message_forgotten ON message;
      DROP TRIGGER tr_message_forgets ON message;
      DROP FUNCTION app.forget_deleted_words(), app.forget_changed_words();
      DROP FUNCTION app.forget_message_words(uuid, text[]);
      DROP FUNCTION app.message_says(uuid, text);
      CREATE OR REPLACE FUNCTION app.note_message_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
      BEGIN
        INSERT INTO public.message_word (organization_id, word)
        SELECT NEW.organization_id, lexeme FROM unnest(NEW.words) AS l WHERE lexeme ~ '^[[:alpha:]]{4,30}$' ORDER BY lexeme
        ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $function$;
    `);
  }
}
