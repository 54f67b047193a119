import { Injectable } from '@nestjs/common';
import { strangerActor } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type ActorRequest, isId } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import type { ProviderFacts } from './provider-facts.js';
import type { ProviderKind } from './sign-in-provider.entity.js';
import { CLIENT_SECRET } from './sign-in-provider.service.js';
import { SignOnProblem } from './sign-on-problem.js';

/** A provider as a sign-in uses it. */
export interface ProviderInUse extends ProviderFacts {
  id: string;
  organizationId: string;
  version: number;
  kind: ProviderKind;
  clientSecret: string | null;
}

/** Finds providers for people who are nobody yet. */
@Injectable()
export class ProvidersInUse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Runs something of one provider's organization, as a stranger.
   *
   * @throws SignOnProblem UNAVAILABLE when there is no such provider, or it is switched off
   */
  async with<T>(kind: ProviderKind, id: string, request: ActorRequest, body: (work: Work, provider: ProviderInUse) => Promise<T>): Promise<T> {
    const found = isId(id) ? await this.unitOfWork.lookUp<{ organization_id: string }>('SELECT * FROM app.find_sign_in_provider($1)', [id]) : undefined;
    if (!found) throw new SignOnProblem('UNAVAILABLE');
    const organizationId = found.organization_id;
    return this.unitOfWork.run(strangerActor(request, organizationId), async (work) => {
      const [row] = await work.query<Omit<ProviderInUse, 'clientSecret' | 'organizationId'> & { sealed: Buffer | null }>(
        `SELECT id, version, kind, name, issuer, client_id AS "clientId", client_secret_sealed AS sealed, sign_in_address AS "signInAddress", certificates,
           email_domains AS "emailDomains", tiers, trusts_second_factor AS "trustsSecondFactor", provision_role_id AS "provisionRoleId", active, requires_encryption AS "requiresEncryption"
         FROM sign_in_provider WHERE organization_id = $1 AND id = $2 AND kind = $3 AND active`,
        [organizationId, id, kind],
      );
      if (!row) throw new SignOnProblem('UNAVAILABLE');
      const { sealed, ...provider } = row;
      return body(work, { ...provider, organizationId, clientSecret: sealed && (await this.secrets.open(work, CLIENT_SECRET, sealed)).toString() });
    });
  }
}
