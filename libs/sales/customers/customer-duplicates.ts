import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { comparableName, normalizeEmail, normalizePhone } from '@throughline/platform/kernel';
import { companyDomain } from './customer.facts.js';

export const DUPLICATE_REASONS = ['DOMAIN', 'EMAIL', 'NAME', 'PHONE'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Somebody who may be a customer already. */
export interface Description {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
}

/** A customer that may be the same; most reasons first. */
export interface PossibleDuplicate {
  customerId: string;
  reasons: DuplicateReason[];
}

/** Finds customers that somebody may be (CUS-04); the caller still has to read them through the rules. */
@Injectable()
export class CustomerDuplicates {
  async find(work: Work, description: Description): Promise<PossibleDuplicate[]> {
    return work.query<PossibleDuplicate>(
      'SELECT customer_id AS "customerId", reasons FROM app.customer_duplicates($1, $2, $3, $4)',
      [comparableName(description.name), normalizeEmail(description.email), normalizePhone(description.phone), companyDomain(description)],
    );
  }
}
