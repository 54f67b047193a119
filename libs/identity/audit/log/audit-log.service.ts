import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { columnsOf, type ConnectionArguments, type ConnectionResult, Reader, type Selection } from '@throughline/platform/read';
import type { AuditEventObject } from '../api/audit-event.object.js';
import { describeEvents, type WantedParts } from '../describe/change-describer.js';
import { REFUSAL_KINDS } from '../security-kinds.js';
import { auditEventRead } from './audit-event.read.js';
import { AuditEventRepository } from './audit-event.repository.js';
import { searchFilter } from './audit-search.js';

/** What of the log is wanted. */
export interface AuditQuestion extends ConnectionArguments {
  refusedOnly?: boolean | null;
}

/** Fields that are described for a whole page at once. */
const DESCRIBED: Readonly<Record<string, keyof WantedParts>> = { changes: 'changes', hiddenChanges: 'changes', recordName: 'names', actorName: 'names' };

/** The audit log as people read it (AUD-02). */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly events: AuditEventRepository,
  ) {}

  /**
   * A page of the log: one statement for the rows, and two for what changed and how things are called, where that is asked for.
   *
   * @throws AppError as `Reader.connection`
   */
  async page(actor: Actor, question: AuditQuestion, selection: Selection): Promise<ConnectionResult<AuditEventObject>> {
    const { refusedOnly, search, ...args } = question;
    const conditions: Record<string, unknown>[] = args.filter ? [args.filter] : [];
    if (refusedOnly) conditions.push({ kind: { in: REFUSAL_KINDS } });
    if (search?.trim()) conditions.push(await searchFilter(this.reader, actor, search, await this.kinds(actor)));
    const page = await this.reader.connection(actor, auditEventRead, { ...args, filter: conditions.length > 0 ? { and: conditions } : null }, selection);
    await this.describe(actor, page, wantedParts(selection));
    return page;
  }

  /** Every kind of event in the log. */
  kinds(actor: Actor): Promise<string[]> {
    return this.unitOfWork.run(actor, (work) => this.events.kinds(work));
  }

  private async describe(actor: Actor, page: Partial<ConnectionResult<AuditEventObject>>, parts: WantedParts): Promise<void> {
    if (!parts.changes && !parts.names) return;
    const nodes = [...(page.nodes ?? []), ...(page.edges ?? []).map(({ node }) => node)];
    if (nodes.length === 0) return;
    const idOf = (node: AuditEventObject): string => String(columnsOf(node)['id']);
    await this.unitOfWork.run(actor, async (work) => {
      const events = [...(await this.events.byIds(work, [...new Set(nodes.map(idOf))])).values()];
      const described = await describeEvents(work, actor, events, parts);
      const byId = new Map(events.map((event, index) => [event.id, described[index]]));
      for (const node of nodes) Object.assign(node, byId.get(idOf(node)));
    });
  }
}

function wantedParts(selection: Selection): WantedParts {
  const parts: WantedParts = { changes: false, names: false };
  const visit = ({ fields }: Selection): void => {
    for (const { name, selection: inner } of fields) {
      const part = DESCRIBED[name];
      if (part) parts[part] = true;
      else if (inner) visit(inner);
    }
  };
  visit(selection);
  return parts;
}
