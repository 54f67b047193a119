import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { leadScoringPermissions } from './scoring.policy.js';
import { ScoringSettingsService } from './scoring-settings.service.js';

const restorable = defineRestorable(leadScoringPermissions.update, ['rules', 'hotFrom', 'warmFrom']);

/** Brings back the rules that an edit changed (AUD-03); others that were changed since then stay. */
@Injectable()
@Restores(restorable)
export class RestoreScoring implements RestoresRecord {
  constructor(private readonly settings: ScoringSettingsService) {}

  restore(actor: Actor, _id: string, version: number, values: Parameters<ScoringSettingsService['restore']>[2]): Promise<string> {
    return this.settings.restore(actor, version, values);
  }
}
