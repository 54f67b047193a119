import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** What the lists of a new organization hold; later migrations replace the function. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  LEAD_SOURCE: ['Web form', 'Referral', 'Partner', 'Advertisement', 'Social media', 'Event', 'Cold call', 'Other'],
  INDUSTRY: ['Construction', 'Education', 'Finance', 'Food and drink', 'Health', 'Legal', 'Manufacturing', 'Real estate', 'Retail', 'Technology', 'Travel', 'Other'],
  DEAL_LOSS_REASON: ['Price', 'Chose a competitor', 'No budget', 'No need any more', 'Wrong time', 'No answer'],
  TIME_OFF_KIND: ['Vacation', 'Sickness', 'Parental leave', 'Training', 'Unpaid leave'],
  SKILL: [],
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const values = Object.entries(DEFAULTS).flatMap(([list, labels]) => labels.map((label, index) => `(${text(list)}, ${text(label)}, ${index + 1})`)).join(', ');

/** Lists of choices that organizations keep themselves (ORG-06). */
export class PickLists1761500100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pick_list_item (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        list text NOT NULL,
        label text NOT NULL,
        position integer NOT NULL,
        archived boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_pick_list_item PRIMARY KEY (id),
        CONSTRAINT uq_pick_list_item_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_pick_list_item_label CHECK (label <> ''),
        CONSTRAINT fk_pick_list_item_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE UNIQUE INDEX uq_pick_list_item_label ON pick_list_item (organization_id, list, lower(label));
      CREATE INDEX ix_pick_list_item_list ON pick_list_item (organization_id, list, position, id);

      CREATE FUNCTION app.default_pick_list_items() RETURNS TABLE (list text, label text, "position" integer)
      LANGUAGE sql IMMUTABLE AS $$ VALUES ${values} $$;
      INSERT INTO pick_list_item (id, organization_id, list, label, position)
        SELECT gen_random_uuid(), o.id, d.list, d.label, d."position" FROM organization o CROSS JOIN app.default_pick_list_items() d;

      -- Wherever organizations come from, their lists are not empty.
      CREATE FUNCTION app.give_pick_lists() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO public.pick_list_item (id, organization_id, list, label, position)
          SELECT gen_random_uuid(), NEW.id, d.list, d.label, d."position" FROM app.default_pick_list_items() d;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_organization_pick_lists AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION app.give_pick_lists();
    `);
    await tenantTable(queryRunner, 'pick_list_item');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_organization_pick_lists ON organization;
      DROP FUNCTION app.give_pick_lists();
      DROP FUNCTION app.default_pick_list_items();
      DROP TABLE pick_list_item;
    `);
  }
}
