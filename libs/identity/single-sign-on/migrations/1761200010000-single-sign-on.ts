import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Providers of single sign-on, whom they know, and sign-ins under way (IAM-08). */
export class SingleSignOn1761200010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sign_in_provider (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        name text NOT NULL,
        -- OIDC: the issuer's address. SAML: the identity provider's entity id.
        issuer text NOT NULL,
        -- OIDC.
        client_id text,
        client_secret_sealed bytea,
        -- SAML.
        sign_in_address text,
        certificates text[] NOT NULL DEFAULT '{}',
        email_domains text[] NOT NULL DEFAULT '{}',
        tiers text[] NOT NULL DEFAULT '{EMPLOYEE}',
        trusts_second_factor boolean NOT NULL DEFAULT false,
        -- Makes accounts of tier EMPLOYEE with this role for people of its domains.
        provision_role_id uuid,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_sign_in_provider PRIMARY KEY (id),
        CONSTRAINT uq_sign_in_provider_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_sign_in_provider_name UNIQUE (organization_id, name),
        CONSTRAINT ck_sign_in_provider_kind CHECK (kind IN ('OIDC', 'SAML')),
        CONSTRAINT ck_sign_in_provider_facts CHECK (CASE kind WHEN 'OIDC' THEN client_id IS NOT NULL ELSE sign_in_address IS NOT NULL AND cardinality(certificates) > 0 END),
        CONSTRAINT ck_sign_in_provider_tiers CHECK (cardinality(tiers) > 0 AND tiers <@ '{ADMIN,EMPLOYEE,CLIENT}'),
        CONSTRAINT ck_sign_in_provider_provision CHECK (provision_role_id IS NULL OR cardinality(email_domains) > 0),
        CONSTRAINT fk_sign_in_provider_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_sign_in_provider_role FOREIGN KEY (organization_id, provision_role_id) REFERENCES role (organization_id, id)
      );
      CREATE INDEX ix_sign_in_provider_domains ON sign_in_provider USING gin (email_domains);

      CREATE TABLE external_identity (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        provider_id uuid NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT pk_external_identity PRIMARY KEY (id),
        CONSTRAINT uq_external_identity_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_external_identity_subject UNIQUE (provider_id, subject),
        -- Somebody else with the same address at the provider is somebody else.
        CONSTRAINT uq_external_identity_user UNIQUE (provider_id, user_id),
        CONSTRAINT fk_external_identity_provider FOREIGN KEY (organization_id, provider_id) REFERENCES sign_in_provider (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_external_identity_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_external_identity_user ON external_identity (organization_id, user_id);

      -- From leaving for the provider to coming back. The browser holds the rest in a signed cookie.
      CREATE TABLE sign_on_attempt (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        provider_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        -- SAML: what the assertion proved, until the browser that began fetches it with a token that only the answer carried.
        assertion_id text,
        user_id uuid,
        second_factor boolean,
        finish_hash bytea,
        finished_at timestamptz,
        CONSTRAINT pk_sign_on_attempt PRIMARY KEY (id),
        CONSTRAINT uq_sign_on_attempt_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_sign_on_attempt_assertion UNIQUE (provider_id, assertion_id),
        CONSTRAINT fk_sign_on_attempt_provider FOREIGN KEY (organization_id, provider_id) REFERENCES sign_in_provider (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_sign_on_attempt_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_sign_on_attempt_expires ON sign_on_attempt (organization_id, expires_at);
      CREATE INDEX ix_sign_on_attempt_provider ON sign_on_attempt (organization_id, provider_id);

      -- Before anybody's organization is known: ids only.
      CREATE FUNCTION app.find_sign_in_provider(wanted uuid) RETURNS TABLE (organization_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p.organization_id FROM public.sign_in_provider p JOIN public.organization o ON o.id = p.organization_id AND o.status = 'ACTIVE'
        WHERE p.id = wanted AND p.active
      $$;

      -- What the sign-in page offers: names that everybody may see.
      CREATE FUNCTION app.sign_in_options(wanted_domain text, wanted_slug text) RETURNS jsonb
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name) ORDER BY p.name, p.id), '[]')
        FROM public.sign_in_provider p JOIN public.organization o ON o.id = p.organization_id AND o.status = 'ACTIVE'
        WHERE p.active AND (p.email_domains @> ARRAY[wanted_domain] OR o.slug = wanted_slug)
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_sign_in_provider(uuid), app.sign_in_options(text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_sign_in_provider(uuid), app.sign_in_options(text, text) TO ${APP_ROLE};
    `);
    for (const table of ['sign_in_provider', 'external_identity', 'sign_on_attempt']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.find_sign_in_provider(uuid), app.sign_in_options(text, text);
      DROP TABLE sign_on_attempt, external_identity, sign_in_provider;
    `);
  }
}
