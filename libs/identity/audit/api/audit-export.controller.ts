import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { auditPermissions, securityPermissions } from '../audit.policy.js';
import { AuditExport, type AuditFormat } from '../log/audit-export.js';
import type { AuditQuestion } from '../log/audit-log.service.js';
import { AccessReviewService } from '../review/access-review.service.js';

interface ExportQuery { filter?: string; search?: string; refusedOnly?: string }

/** The audit log as a file; `filter` is the JSON of an `AuditEventFilter`. */
@Controller('files/audit')
export class AuditExportController {
  constructor(
    private readonly exports: AuditExport,
    private readonly reviews: AccessReviewService,
  ) {}

  @Get('events.csv')
  @Requires(auditPermissions.export)
  csv(@CurrentActor() actor: Actor, @Query() query: ExportQuery): Promise<StreamableFile> {
    return this.file(actor, query, 'CSV', 'text/csv; charset=utf-8', 'audit-log.csv');
  }

  @Get('events.jsonl')
  @Requires(auditPermissions.export)
  jsonLines(@CurrentActor() actor: Actor, @Query() query: ExportQuery): Promise<StreamableFile> {
    return this.file(actor, query, 'JSONL', 'application/x-ndjson', 'audit-log.jsonl');
  }

  /** The compliance report: who holds which role, and what was decided about it. */
  @Get('access-review.csv')
  @Requires(securityPermissions.review)
  async accessReview(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const csv = await this.reviews.report(actor);
    // Only now: a refusal is JSON.
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="access-review.csv"');
    return csv;
  }

  private async file(actor: Actor, query: ExportQuery, format: AuditFormat, type: string, name: string): Promise<StreamableFile> {
    const pieces = await this.exports.start(actor, questionOf(query), format);
    return new StreamableFile(Readable.from(pieces), { type, disposition: `attachment; filename="${name}"` });
  }
}

function questionOf({ filter, search, refusedOnly }: ExportQuery): AuditQuestion {
  return { filter: filterOf(filter), search: typeof search === 'string' ? search.slice(0, 100) : null, refusedOnly: refusedOnly === 'true' };
}

function filterOf(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined || text === '') return null;
  try {
    const filter: unknown = JSON.parse(text);
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) return filter as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw refuse('VALIDATION_FAILED', 'The filter must be the JSON of an AuditEventFilter, for example {"kind":{"in":["deal.won"]}}.', 'filter');
}
