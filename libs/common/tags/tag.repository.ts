import { Injectable } from '@nestjs/common';
import type { AccessColumns, Work } from '@throughline/platform/database';
import { type Tagged, taggedRecords } from './tagged.js';

/** A record whose tags were changed with the tag itself. */
export interface Retagged {
  id: string;
  before: string[];
  after: string[];
  access: AccessColumns;
}

export interface TagUse {
  tagId: string;
  records: number;
  by: { label: string; records: number }[];
}

/** All SQL of tags that goes beyond one row. Names of tables and columns come from the code. */
@Injectable()
export class TagRepository {
  /** How many records carry each tag of the organization, whoever sees them. */
  async uses(work: Work): Promise<TagUse[]> {
    const kinds = taggedRecords().map(({ subject, column, label }) => `SELECT '${label}' AS label, lower(word) AS word, count(*)::int AS records
      FROM ${subject.table} r CROSS JOIN LATERAL unnest(r.${column}) word WHERE r.organization_id = $1 GROUP BY 2`);
    return work.query<TagUse>(
      `SELECT t.id AS "tagId", coalesce(sum(u.records), 0)::int AS records,
         coalesce(jsonb_agg(jsonb_build_object('label', u.label, 'records', u.records) ORDER BY u.records DESC, u.label) FILTER (WHERE u.label IS NOT NULL), '[]') AS by
       FROM tag t LEFT JOIN (${kinds.join(' UNION ALL ')}) u ON u.word = lower(t.name) WHERE t.organization_id = $1 GROUP BY t.id`,
      [work.actor.organizationId],
    );
  }

  /** How many records would be touched. */
  async count(work: Work, name: string): Promise<number> {
    const parts = taggedRecords().map(({ subject, column }) => `(SELECT count(*) FROM ${subject.table} r WHERE r.organization_id = $1 AND ${carries(column)})`);
    const [row] = await work.query<{ count: number }>(`SELECT (${parts.join(' + ')})::int AS count`, [work.actor.organizationId, name]);
    return row?.count ?? 0;
  }

  /**
   * Puts another word, or none, in the place of one on every record of a kind; a record that has the other one already keeps it once.
   * Records get a new version: whoever edits their tags meanwhile is asked.
   */
  async replace(work: Work, { subject, column }: Tagged, name: string, by: string | null): Promise<Retagged[]> {
    const columns = Object.entries(subject.columns).map(([access, of]) => `'${access}', ${access === 'amountMinor' ? `r.${of}::text` : `r.${of}`}`);
    const { assignees } = subject;
    const people = assignees ? `, 'assigneeIds', (SELECT coalesce(jsonb_agg(a.${assignees.userColumn}), '[]') FROM ${assignees.table} a WHERE a.organization_id = r.organization_id AND a.${assignees.recordColumn} = r.id)` : '';
    return work.query<Retagged>(
      `UPDATE ${subject.table} r SET ${column} = n.words, version = r.version + 1, updated_at = now()
       FROM (SELECT r.id, r.${column} AS old, ARRAY(
               SELECT word FROM (SELECT DISTINCT ON (lower(w.word)) w.word, w.place FROM (
                 SELECT CASE WHEN lower(o.word) = lower($2) THEN $3::text ELSE o.word END AS word, o.place FROM unnest(r.${column}) WITH ORDINALITY AS o(word, place)) w
                 WHERE w.word IS NOT NULL ORDER BY lower(w.word), w.place) d ORDER BY d.place) AS words
             FROM ${subject.table} r WHERE r.organization_id = $1 AND ${carries(column)} ORDER BY r.id FOR NO KEY UPDATE) n
       WHERE r.organization_id = $1 AND r.id = n.id
       RETURNING r.id, n.old AS before, r.${column} AS after, jsonb_build_object(${columns.join(', ')}${people}) AS access`,
      [work.actor.organizationId, name, by],
    );
  }
}

/** Records hold the word in the letters in which it was typed. */
const carries = (column: string): string => `cardinality(r.${column}) > 0 AND EXISTS (SELECT FROM unnest(r.${column}) word WHERE lower(word) = lower($2))`;
