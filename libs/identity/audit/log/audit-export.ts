import { Injectable } from '@nestjs/common';
import { recordExport } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, csvCell } from '@throughline/platform/kernel';
import { MAX_PAGE, select } from '@throughline/platform/read';
import type { AuditEventObject } from '../api/audit-event.object.js';
import { AuditLogService, type AuditQuestion } from './audit-log.service.js';

export type AuditFormat = 'CSV' | 'JSONL';

const ROW = ['id', 'occurredAt', 'kind', 'title', 'subject', 'subjectId', 'recordName', 'related', 'actorId', 'actorName', 'actorTier', 'address', 'userAgent', 'requestId', 'historical',
  ...['field', 'label', 'kind', 'before', 'after', 'erased', 'beforeText', 'afterText'].map((name) => `changes.${name}`)];
const PAGE = select(...ROW.map((field) => `nodes.${field}`), 'pageInfo.endCursor', 'pageInfo.hasNextPage');
const HEADER = ['Number', 'Time (UTC)', 'Event', 'What', 'Subject', 'Record', 'Record name', 'Person', 'Person name', 'Tier', 'Address', 'Program', 'Request', 'Changes'];

/** The audit log as a file, a page at a time: memory stays flat whatever its length. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly log: AuditLogService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Records the export and starts it.
   *
   * @returns pieces of the file; each page is read with the rights and the session of that moment
   * @throws AppError what the filter makes the read engine refuse, before anything is sent
   */
  async start(actor: Actor, question: AuditQuestion, format: AuditFormat): Promise<AsyncGenerator<string>> {
    const { totalCount } = await this.log.page(actor, question, select('totalCount'));
    await this.unitOfWork.run(actor, async (work) => recordExport(work, { what: 'audit', format, rows: totalCount, filter: filterOf(question) }));
    return this.pieces(actor, question, format);
  }

  private async *pieces(actor: Actor, question: AuditQuestion, format: AuditFormat): AsyncGenerator<string> {
    if (format === 'CSV') yield `\ufeff${HEADER.join(',')}\r\n`;
    for (let after: string | null = null, more = true; more;) {
      const page = await this.log.page(actor, { ...question, first: MAX_PAGE, after }, PAGE);
      yield page.nodes.map(format === 'CSV' ? csvLine : jsonLine).join('');
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
  }
}

const filterOf = ({ filter, search, refusedOnly }: AuditQuestion): object => ({ filter: filter ?? null, search: search ?? null, refusedOnly: refusedOnly ?? false });

function csvLine(event: AuditEventObject): string {
  const changes = (event.changes ?? []).map(({ label, beforeText, afterText, erased }) => (erased ? `${label}: erased` : `${label}: ${beforeText ?? '-'} -> ${afterText ?? '-'}`)).join('; ');
  const cells = [
    event.id, String(event.occurredAt), event.kind, event.title, event.subject, event.subjectId, event.recordName, event.actorId, event.actorName, event.actorTier,
    event.address, event.userAgent, event.requestId, changes,
  ];
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`;
}

/** Only what the selection names: the engine's own helpers stay inside. */
function jsonLine(event: AuditEventObject): string {
  const names = [...new Set(ROW.map((path) => path.split('.')[0] ?? ''))] as (keyof AuditEventObject)[];
  return `${JSON.stringify(Object.fromEntries(names.map((name) => [name, event[name] ?? null])))}\n`;
}
