/** Where a record has its page, by its subject: `{id}` is the record's, `{context}` what it lies in. */
const STAFF: Readonly<Record<string, string>> = {
  task: '/tasks/{id}', taskRequest: '/tasks/{context}', project: '/projects/{id}', milestone: '/projects/{context}', ticket: '/tickets/{id}', lead: '/leads/{id}',
  deal: '/deals/{id}', quote: '/quotes/{id}', customer: '/customers/{id}', handOff: '/hand-offs', message: '/chat/{context}?message={id}', channel: '/chat/{id}',
};
const CLIENT: Readonly<Record<string, string>> = {
  project: '/portal/projects/{id}', milestone: '/portal/projects/{context}', message: '/portal/chat/{context}?message={id}', channel: '/portal/chat/{id}',
};

/** The page that a notification leads to, below the product's address; the inbox where there is none. */
export function recordPath(record: { subject: string | null; recordId: string | null; contextId?: string | null } | null, isClient: boolean): string {
  const pattern = record?.subject ? (isClient ? CLIENT : STAFF)[record.subject] : undefined;
  const missing = !pattern || (pattern.includes('{context}') && !record?.contextId);
  if (missing) return isClient ? '/portal' : '/inbox';
  return pattern.replace('{id}', record?.recordId ?? '').replace('{context}', record?.contextId ?? '');
}
