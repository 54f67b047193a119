import type { Authenticator } from '../../access/index.js';
import { type Audience, CARRYING, EVERYTHING, type Receiver, customerKey, ownerKey, recordKey, subjectKey } from '../../events/index.js';
import type { Actor } from '../../kernel/index.js';
import { type ChangeQuestion, projectEvent } from './projection.js';
import type { RecordChange } from './record-change.object.js';

/** One subscription of `recordChanges` towards the feed: whose rights count, and what they ask for. */
export class ChangeReceiver implements Receiver<RecordChange> {
  readonly organizationId: string;
  readonly session: Receiver<RecordChange>['session'];
  audience: Audience<RecordChange>;
  accessVersion: string | null;
  validUntil: number | null;

  constructor(
    private readonly actor: Actor,
    private readonly question: ChangeQuestion,
    private readonly authenticator: Authenticator,
    private readonly onEnd: (actor: Actor, failure: Error) => void,
  ) {
    this.organizationId = actor.organizationId;
    this.session = actor.userId && actor.sessionId ? { userId: actor.userId, sessionId: actor.sessionId } : null;
    this.audience = changeAudience(actor, question);
    this.accessVersion = actor.accessVersion ?? null;
    this.validUntil = actor.validUntil ?? null;
  }

  async refresh(): Promise<void> {
    const actor = await this.authenticator.reloadAbility(this.actor);
    this.audience = changeAudience(actor, this.question);
    this.accessVersion = actor.accessVersion ?? null;
    this.validUntil = actor.validUntil ?? null;
  }

  ended(failure: Error): void {
    this.onEnd(this.actor, failure);
  }
}

/** Everybody with these rights and this question. */
export function changeAudience(actor: Actor, question: ChangeQuestion): Audience<RecordChange> {
  // The rights as they are now: the actor's own may be brought up to date while an event is on its way.
  const viewer = { ability: actor.ability, tier: actor.tier };
  return {
    key: JSON.stringify([actor.tier, actor.abilityVersion, actor.customerIds, question.subjects, question.recordId]),
    keys: audienceKeys(actor, question),
    answer: (event) => projectEvent(event, question, viewer),
  };
}

/** The narrowest keys under which every event is found that `projectEvent` may answer. */
function audienceKeys({ tier, userId, customerIds }: Actor, { subjects, recordId }: ChangeQuestion): string[] {
  if (recordId) return [recordKey(recordId), CARRYING];
  // Clients hold CUSTOMER grants only; what is personal they see as its owner. Rights that reach one's own differ from anybody else's.
  if (tier === 'CLIENT') return [...customerIds.map(customerKey), ...(userId ? [ownerKey(userId)] : [])];
  return subjects ? subjects.map(subjectKey) : [EVERYTHING];
}
