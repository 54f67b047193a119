import { HeldRights, readRightsFacts } from '@throughline/identity/access';
import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import type { AppAbility } from '@throughline/platform/kernel';

/** What somebody may do, now, wherever they are: conditions on networks fail closed, because nobody asks from anywhere. */
export interface Judged {
  ability: AppAbility;
  abilityVersion: string;
}

interface Entry {
  accessVersion: string;
  held: HeldRights;
}

const CAPACITY = 5_000;

/** The rights of people other than the caller, inside a running transaction. */
@Injectable()
export class Judge {
  private readonly entries = new Map<string, Entry>();

  /** The rights of these people; who is not there is left out. */
  async of(work: Work, userIds: readonly string[]): Promise<Map<string, Judged>> {
    const accessVersion = await this.accessVersion(work);
    const judged = new Map<string, Judged>();
    for (const userId of userIds) {
      const held = await this.held(work, userId, accessVersion);
      if (held) judged.set(userId, held.in({ address: null, now: new Date() }));
    }
    return judged;
  }

  private async held(work: Work, userId: string, accessVersion: string): Promise<HeldRights | null> {
    const known = this.entries.get(userId);
    if (known?.accessVersion === accessVersion && !known.held.outdated(Date.now())) return known.held;
    const facts = await readRightsFacts({ query: (sql: string, parameters?: unknown[]) => work.query(sql, parameters) }, work.actor.organizationId, userId);
    if (!facts) return null;
    const held = new HeldRights(facts, () => undefined);
    this.entries.delete(userId);
    this.entries.set(userId, { accessVersion, held });
    const [eldest] = this.entries.keys();
    if (this.entries.size > CAPACITY && eldest !== undefined) this.entries.delete(eldest);
    return held;
  }

  /** Any change of rights bumps it (domain.md, "Permissions"). */
  private async accessVersion(work: Work): Promise<string> {
    const [row] = await work.query<{ version: string }>('SELECT access_version::text AS version FROM organization WHERE id = $1', [work.actor.organizationId]);
    return row?.version ?? '';
  }
}
