import type { Work } from '@throughline/platform/database';

const MOST = 200;

/** The beginning of a message on one line, with mentions as names; null when it has no words (any more). */
export async function excerptOf(work: Work, messageId: string): Promise<string | null> {
  const [row] = await work.query<{ body: string | null }>('SELECT body FROM message WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, messageId]);
  const text = row?.body?.replace(/@\[([^\]]*)\]\([a-z]+:[^)]*\)/g, '@$1').replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
