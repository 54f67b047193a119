/** What kinds of records the stream tells of, in the order they are offered; singular and plural. */
const NOUNS = {
  task: ['task', 'tasks'], project: ['project', 'projects'], milestone: ['milestone', 'milestones'], ticket: ['ticket', 'tickets'], lead: ['lead', 'leads'], deal: ['deal', 'deals'],
  quote: ['quote', 'quotes'], customer: ['customer', 'customers'], contact: ['contact', 'contacts'], handOff: ['hand-off', 'hand-offs'], taskRequest: ['sub-task', 'sub-tasks'],
  message: ['message', 'messages'], file: ['file', 'files'], product: ['product or service', 'products and services'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export const ACTIVITY_SUBJECTS: readonly string[] = Object.keys(NOUNS);

/** `3 tasks`, `a task`. */
export function counted(subject: string, count: number): string {
  const [one, many] = NOUNS[subject as keyof typeof NOUNS] ?? ['record', 'records'];
  return count === 1 ? `a ${one}` : `${count} ${many}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** For the filter: `Tasks`, `Asked-for sub-tasks`. */
export const subjectName = (subject: string): string => (subject === 'taskRequest' ? 'Asked-for sub-tasks' : capital((NOUNS[subject as keyof typeof NOUNS] ?? ['', subject])[1]));

const PAGES: Readonly<Record<string, string>> = { task: '/tasks', project: '/projects', ticket: '/tickets', lead: '/leads', deal: '/deals', quote: '/quotes', customer: '/customers' };
/** What is shown on the page of the record it is part of. */
const TABS: Readonly<Record<string, string>> = { message: '?tab=chat', file: '?tab=files' };

interface Placed {
  subject: string;
  recordId: string;
  contextSubject: string | null;
  contextId: string | null;
}

/** Where the record is looked at; null where it has no page. */
export function pageOfRecord({ subject, recordId, contextSubject, contextId }: Placed): string | null {
  if (PAGES[subject]) return `${PAGES[subject]}/${recordId}`;
  if (subject === 'product') return '/settings/catalogue';
  const context = contextSubject && contextId ? pageOfContext(contextSubject, contextId) : null;
  return context && `${context}${TABS[subject] ?? ''}`;
}

export const pageOfContext = (subject: string, id: string): string | null => (PAGES[subject] ? `${PAGES[subject]}/${id}` : null);
