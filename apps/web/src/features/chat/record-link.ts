/** Pages of the kinds of record that channels and messages hang on. */
const PAGES: Readonly<Record<string, string>> = { lead: '/leads', deal: '/deals', customer: '/customers', ticket: '/tickets', project: '/projects', task: '/tasks', quote: '/quotes' };

/** The page of a record; null for kinds without one. */
export function recordHref(subject: string, id: string): string | null {
  const page = PAGES[subject];
  return page ? `${page}/${id}` : null;
}

const WORDS: Readonly<Record<string, string>> = { lead: 'lead', deal: 'deal', customer: 'customer', ticket: 'ticket', project: 'project', task: 'task', quote: 'quote', contact: 'contact' };

/** The kind of record in a sentence. */
export const recordWord = (subject: string): string => WORDS[subject] ?? 'record';
