import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { DEFAULT_SCORING } from './scoring.defaults.js';
import type { ScoringProfile } from './scoring.js';

/** The scoring rules in force for an organization: its own, else the defaults. Loaded once in a transaction. */
@Injectable()
export class ScoringProfiles {
  private readonly loaded = new WeakMap<Work, Promise<ScoringProfile>>();

  of(work: Work): Promise<ScoringProfile> {
    const found = this.loaded.get(work);
    if (found) return found;
    const profile = load(work);
    this.loaded.set(work, profile);
    return profile;
  }
}

async function load(work: Work): Promise<ScoringProfile> {
  const [own] = await work.query<ScoringProfile>(
    'SELECT rules, hot_from AS "hotFrom", warm_from AS "warmFrom" FROM lead_scoring WHERE organization_id = $1',
    [work.actor.organizationId],
  );
  return own ?? DEFAULT_SCORING;
}
