import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, notFound } from '@throughline/platform/kernel';
import { rescoreLeads } from './rescore.job.js';
import { leadScoringPermissions, leadScoringSubject } from './scoring.policy.js';
import { scoringProfile, type WantedProfile } from './scoring-rules.js';
import type { ScoringProfile, ScoringRule } from './scoring.js';

/** The rules in force, as they are stored. */
export interface StoredScoring extends ScoringProfile {
  id: string;
  version: number;
  updatedAt: Date;
}

/** The rules by which an organization scores its leads (LEA-03, ORG-06). */
@Injectable()
export class ScoringSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws AppError FORBIDDEN */
  of(actor: Actor): Promise<StoredScoring> {
    authorize(actor, leadScoringPermissions.read, leadScoringSubject, {});
    return this.unitOfWork.run(actor, (work) => this.load(work));
  }

  /**
   * Makes these the rules, and has the scores of open leads counted anew. A stale version is refused with what holds now.
   *
   * @throws AppError VALIDATION_FAILED, LIMIT_EXCEEDED, CONFLICT, FORBIDDEN
   */
  update(actor: Actor, version: number, wanted: Partial<WantedProfile>): Promise<StoredScoring> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, leadScoringPermissions.update, leadScoringSubject, {});
      const before = await this.load(work, 'FOR NO KEY UPDATE');
      const after = scoringProfile({ hotFrom: wanted.hotFrom ?? before.hotFrom, warmFrom: wanted.warmFrom ?? before.warmFrom, rules: wanted.rules ?? before.rules });
      await updateVersioned(work, 'lead_scoring', 'lead scoring', before.id, version, { rules: JSON.stringify(after.rules), hot_from: after.hotFrom, warm_from: after.warmFrom });
      const { hotFrom, warmFrom } = after;
      const rules = changedRules(before.rules, after.rules);
      work.record({
        kind: 'leadScoring.updated', subject: 'leadScoring', subjectId: before.id, access: { before: {}, after: {} },
        changes: { ...fieldChanges(before, { hotFrom, warmFrom }), ...(rules ? { rules } : {}) },
      });
      await this.jobs.schedule(work, rescoreLeads, { version: version + 1 }, { key: `${before.id}:${version + 1}` });
      return this.load(work);
    });
  }

  /** Brings back rules as they were before an edit: `null` under a key says that the rule did not exist. */
  restore(actor: Actor, version: number, { rules, ...scores }: { rules?: Readonly<Record<string, ScoringRule | null>>; hotFrom?: number; warmFrom?: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const present = (await this.load(work, 'FOR NO KEY UPDATE')).rules;
      const kept = rules ? present.flatMap((rule) => (rule.key in rules ? (rules[rule.key] ?? []) : rule)) : present;
      const gone = Object.values(rules ?? {}).filter((rule) => rule !== null && !present.some(({ key }) => key === rule.key)) as ScoringRule[];
      return (await this.update(actor, version, { ...scores, rules: [...kept, ...gone] })).id;
    });
  }

  private async load(work: Work, lock = ''): Promise<StoredScoring> {
    const [row] = await work.query<StoredScoring>(
      `SELECT id, version, updated_at AS "updatedAt", rules, hot_from AS "hotFrom", warm_from AS "warmFrom" FROM lead_scoring WHERE organization_id = $1 ${lock}`, [work.actor.organizationId]);
    if (!row) throw notFound(leadScoringSubject.label);
    return row;
  }
}

type Told = Record<string, ScoringRule | null>;

/** Rules that differ, by key, as they were and as they are; null where there was or is none. */
function changedRules(before: readonly ScoringRule[], after: readonly ScoringRule[]): { before: Told; after: Told } | null {
  const [old, next] = [before, after].map((rules) => new Map(rules.map((rule) => [rule.key, rule]))) as [Map<string, ScoringRule>, Map<string, ScoringRule>];
  const keys = [...new Set([...old.keys(), ...next.keys()])].filter((key) => Object.keys(fieldChanges({ rule: old.get(key) ?? null }, { rule: next.get(key) ?? null })).length > 0);
  const told = (rules: Map<string, ScoringRule>): Told => Object.fromEntries(keys.map((key) => [key, rules.get(key) ?? null]));
  return keys.length === 0 ? null : { before: told(old), after: told(next) };
}
