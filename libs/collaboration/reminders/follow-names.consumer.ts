import { Injectable } from '@nestjs/common';
import { declaredSubjects } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';

const RENAMED = ['task', 'project', 'milestone', 'ticket', 'lead', 'deal', 'quote', 'customer', 'contact', 'user', 'department', 'team', 'product', 'channel'];
/** What a record is called stands in one of these; a lead's is made of name and company. */
const NAMES = ['name', 'title', 'number', 'company', 'displayName'];
/** Of records that are shown in more places than this, the latest are told of; the others show the new name when they are loaded next. */
const MOST = 500;

/** Hand-offs, reminders and messages show what a record is called now: whoever has one of them open is told when that changes (docs/adr/0016). */
export const followNames = defineConsumer({ name: 'names.follow', kinds: [...RENAMED.map((subject) => `${subject}.updated`), 'file.renamed'], historical: false });

@Injectable()
@Consumes(followNames)
export class FollowNames implements EventConsumer {
  async consume({ subject, subjectId, changes }: ConsumedEvent, { organizationId }: Actor, work: Work): Promise<void> {
    if (!NAMES.some((name) => name in changes)) return;
    for (const { name, table, shows } of declaredSubjects()) {
      if (!shows) continue;
      const rows = await work.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE organization_id = $1 AND ${shows.idColumn} = $2 AND ${shows.subjectColumn} = $3 ORDER BY created_at DESC LIMIT ${MOST}`, [organizationId, subjectId, subject]);
      for (const { id } of rows) {
        const access = await loadAccess(work, name, id);
        work.record({ kind: `${name}.recordRenamed`, subject: name, subjectId: id, related: [subjectId], access: { before: access, after: access } });
      }
    }
  }
}
