import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules every organization begins with; later migrations replace the function. */
const RULES = [
  `{"key":"company","category":"DEMOGRAPHIC","label":"Names a company","points":4,"when":[{"fact":"company","is":"PRESENT"}]}`,
  `{"key":"business_email","category":"DEMOGRAPHIC","label":"Writes from a company address","points":4,"when":[{"fact":"businessEmail","is":"TRUE"}]}`,
  `{"key":"phone","category":"DEMOGRAPHIC","label":"Left a telephone number","points":4,"when":[{"fact":"phone","is":"PRESENT"}]}`,
  `{"key":"decision_title","category":"DEMOGRAPHIC","label":"Title of somebody who decides","points":8,"when":[{"fact":"title","is":"CONTAINS_WORD","values":["owner","founder","cofounder","ceo","cto","cmo","coo","cfo","chief","president","director","head","partner","businessman","proprietor"]}]}`,
  `{"key":"services","category":"BEHAVIOUR","label":"Asked for particular services","points":8,"when":[{"fact":"requestedServices","is":"PRESENT"}]}`,
  `{"key":"requirements","category":"BEHAVIOUR","label":"Described what is needed","points":6,"when":[{"fact":"requirements","is":"PRESENT"}]}`,
  `{"key":"wished_date","category":"BEHAVIOUR","label":"Named a date","points":4,"when":[{"fact":"wishedDate","is":"PRESENT"}]}`,
  `{"key":"referred","category":"BEHAVIOUR","label":"Came by recommendation","points":6,"when":[{"fact":"source","is":"ONE_OF","values":["Reference","Referral","Recommendation","Word of mouth","Partner"]}]}`,
  `{"key":"visits","category":"ENGAGEMENT","label":"Visited the site three times or more","points":3,"when":[{"fact":"visits","is":"AT_LEAST","value":3}]}`,
  `{"key":"time_on_site","category":"ENGAGEMENT","label":"Spent ten minutes or more on the site","points":6,"when":[{"fact":"secondsOnSite","is":"AT_LEAST","value":600}]}`,
  `{"key":"answered","category":"ENGAGEMENT","label":"Reacted to a message lately","points":5,"when":[{"fact":"lastActivity","is":"ONE_OF","values":["Email Opened","Email Link Clicked","Email Received","Had a Phone Conversation","Replied","Form Submitted on Website"]}]}`,
  `{"key":"unreachable","category":"ENGAGEMENT","label":"Could not be reached lately","points":-6,"when":[{"fact":"lastActivity","is":"ONE_OF","values":["Email Bounced","Unreachable","Unsubscribed","Email Marked Spam"]}]}`,
  `{"key":"no_email","category":"ENGAGEMENT","label":"Does not want e-mail","points":-4,"when":[{"fact":"doNotEmail","is":"TRUE"}]}`,
  `{"key":"budget","category":"QUALIFICATION","label":"Has a budget","points":14,"when":[{"fact":"budgetMinor","is":"AT_LEAST","value":1}]}`,
  `{"key":"authority_yes","category":"QUALIFICATION","label":"Decides about the budget","points":14,"when":[{"fact":"authority","is":"ONE_OF","values":["YES"]}]}`,
  `{"key":"authority_no","category":"QUALIFICATION","label":"Does not decide about the budget","points":-4,"when":[{"fact":"authority","is":"ONE_OF","values":["NO"]}]}`,
  `{"key":"need_explicit","category":"QUALIFICATION","label":"Says clearly what is needed","points":14,"when":[{"fact":"need","is":"ONE_OF","values":["EXPLICIT"]}]}`,
  `{"key":"need_implied","category":"QUALIFICATION","label":"A need can be seen","points":6,"when":[{"fact":"need","is":"ONE_OF","values":["IMPLIED"]}]}`,
  `{"key":"need_none","category":"QUALIFICATION","label":"Sees no need","points":-15,"when":[{"fact":"need","is":"ONE_OF","values":["NONE"]}]}`,
  `{"key":"timeline_now","category":"QUALIFICATION","label":"Wants to start at once","points":14,"when":[{"fact":"timeline","is":"ONE_OF","values":["IMMEDIATE"]}]}`,
  `{"key":"timeline_soon","category":"QUALIFICATION","label":"Wants to start within three months","points":10,"when":[{"fact":"timeline","is":"ONE_OF","values":["ONE_TO_THREE_MONTHS"]}]}`,
  `{"key":"timeline_half_year","category":"QUALIFICATION","label":"Wants to start within half a year","points":5,"when":[{"fact":"timeline","is":"ONE_OF","values":["THREE_TO_SIX_MONTHS"]}]}`,
  `{"key":"timeline_far","category":"QUALIFICATION","label":"Does not want to start within a year","points":-4,"when":[{"fact":"timeline","is":"ONE_OF","values":["OVER_TWELVE_MONTHS"]}]}`,
];

/** Scoring rules are every organization's own (ORG-06): a record with a history, filled with the rules that held so far. */
export class LeadScoringRules1763400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE lead_scoring ADD COLUMN id uuid;
      UPDATE lead_scoring SET id = gen_random_uuid();
      ALTER TABLE lead_scoring ALTER COLUMN id SET NOT NULL, DROP CONSTRAINT pk_lead_scoring, ADD CONSTRAINT pk_lead_scoring PRIMARY KEY (id),
        ADD CONSTRAINT uq_lead_scoring_organization UNIQUE (organization_id);

      CREATE FUNCTION app.default_lead_scoring() RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$ SELECT '[${RULES.map((rule) => rule.replaceAll("'", "''")).join(',')}]'::jsonb $$;
      INSERT INTO lead_scoring (id, organization_id, rules, hot_from, warm_from)
        SELECT gen_random_uuid(), o.id, app.default_lead_scoring(), 70, 40 FROM organization o ON CONFLICT ON CONSTRAINT uq_lead_scoring_organization DO NOTHING;

      -- Wherever organizations come from, they have rules.
      CREATE FUNCTION app.give_lead_scoring() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO public.lead_scoring (id, organization_id, rules, hot_from, warm_from) VALUES (gen_random_uuid(), NEW.id, app.default_lead_scoring(), 70, 40);
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_organization_lead_scoring AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION app.give_lead_scoring();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_organization_lead_scoring ON organization;
      DROP FUNCTION app.give_lead_scoring();
      DROP FUNCTION app.default_lead_scoring();
      ALTER TABLE lead_scoring DROP CONSTRAINT uq_lead_scoring_organization, DROP CONSTRAINT pk_lead_scoring, ADD CONSTRAINT pk_lead_scoring PRIMARY KEY (organization_id), DROP COLUMN id;
    `);
  }
}
