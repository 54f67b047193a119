import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Tables whose records carry tags, and the column that holds the words. */
const TAGGED = [['lead', 'tags'], ['customer', 'tags'], ['deal', 'tags'], ['project', 'tags'], ['ticket', 'tags'], ['task', 'labels']] as const;
const NEW = ['deal', 'project', 'ticket'];

/** Tags are known with their look (DAT-04). Records hold the words: one array, by which lists filter without a join. */
export class Tags1763400010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE tag (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        colour text NOT NULL DEFAULT 'NEUTRAL',
        category text,
        CONSTRAINT pk_tag PRIMARY KEY (id),
        CONSTRAINT uq_tag_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_tag_name CHECK (name <> ''),
        CONSTRAINT ck_tag_colour CHECK (colour IN ('NEUTRAL', 'ACCENT', 'SUCCESS', 'WARNING', 'DANGER', 'INFO')),
        CONSTRAINT fk_tag_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE UNIQUE INDEX uq_tag_name ON tag (organization_id, lower(name));
      CREATE INDEX ix_tag_name ON tag (organization_id, name, id);
    `);
    await tenantTable(queryRunner, 'tag');
    for (const table of NEW) await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN tags text[] NOT NULL DEFAULT '{}'`);
    for (const column of ['tags', 'labels']) {
      // A word that is used is known, however it came: by hand, by a form, by an import. A known one is written as it is known.
      await queryRunner.query(`
        CREATE FUNCTION app.know_${column}() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN
          INSERT INTO public.tag (id, organization_id, name)
            SELECT DISTINCT ON (lower(w)) gen_random_uuid(), NEW.organization_id, w FROM unnest(NEW.${column}) w WHERE w <> ''
            AND NOT EXISTS (SELECT FROM public.tag t WHERE t.organization_id = NEW.organization_id AND lower(t.name) = lower(w))
            ON CONFLICT (organization_id, lower(name)) DO NOTHING;
          NEW.${column} := ARRAY(SELECT coalesce(t.name, o.w) FROM unnest(NEW.${column}) WITH ORDINALITY AS o(w, place)
            LEFT JOIN public.tag t ON t.organization_id = NEW.organization_id AND lower(t.name) = lower(o.w) ORDER BY o.place);
          RETURN NEW;
        END $$;
      `);
    }
    for (const [table, column] of TAGGED) {
      await queryRunner.query(`
        INSERT INTO tag (id, organization_id, name)
          SELECT DISTINCT ON (r.organization_id, lower(w)) gen_random_uuid(), r.organization_id, w FROM ${table} r CROSS JOIN LATERAL unnest(r.${column}) w WHERE w <> ''
          ORDER BY r.organization_id, lower(w), w ON CONFLICT (organization_id, lower(name)) DO NOTHING;
        CREATE TRIGGER tr_${table}_tags BEFORE INSERT OR UPDATE OF ${column} ON ${table} FOR EACH ROW WHEN (cardinality(NEW.${column}) > 0) EXECUTE FUNCTION app.know_${column}();
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table] of TAGGED) await queryRunner.query(`DROP TRIGGER tr_${table}_tags ON ${table}`);
    for (const column of ['tags', 'labels']) await queryRunner.query(`DROP FUNCTION app.know_${column}()`);
    for (const table of NEW) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN tags`);
    await queryRunner.query('DROP TABLE tag');
  }
}
