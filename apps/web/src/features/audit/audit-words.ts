/** `signInRefused` to `sign in refused`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SUBJECTS: Readonly<Record<string, string>> = {
  user: 'Person', apiKey: 'API key', handOff: 'Hand-off', leadForm: 'Lead form', leadImport: 'Lead import', outgoingMail: 'Mail', userGrant: 'Exception', accessException: 'Exception', secondFactor: 'Second factor',
  data: 'Data', access: 'Access', policy: 'Security policy', view: 'View as',
};

/** What kind of record, in words: `quote` to `Quote`. */
export const subjectLabel = (subject: string): string => SUBJECTS[subject] ?? capital(words(subject));

/** A kind of entry in words: `user.signInRefused` to `Person: sign in refused`. */
export function kindLabel(kind: string): string {
  const at = kind.indexOf('.');
  return at < 0 ? capital(words(kind)) : `${subjectLabel(kind.slice(0, at))}: ${words(kind.slice(at + 1))}`;
}

const PAGES: Readonly<Record<string, string>> = {
  lead: '/leads', customer: '/customers', deal: '/deals', quote: '/quotes', ticket: '/tickets', project: '/projects', task: '/tasks', user: '/settings/people', role: '/settings/roles', leadImport: '/leads/import',
};

/** The page of a record; null for what has none. */
export function recordPage(subject: string, id: string): string | null {
  const page = PAGES[subject];
  return page ? `${page}/${id}` : null;
}

/** The audit log narrowed to this; values as the list's filters take them. */
export function auditHref(filters: Readonly<Record<string, string | readonly string[] | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    if (values.length > 0) query.set(name, values.map(encodeURIComponent).join(','));
  }
  return query.size > 0 ? `/settings/audit?${query}` : '/settings/audit';
}
