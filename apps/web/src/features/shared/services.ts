/** The services every agency starts with; what an organization named itself is shown as it is. */
const WORDS: Readonly<Record<string, string>> = { WEB: 'Website', SEO: 'Search (SEO)', GMB: 'Google Business', GRAPHICS: 'Graphics', SOCIAL: 'Social media' };

/** A service's key as people say it. */
export const serviceText = (key: string): string => WORDS[key] ?? key;

/** Several of them in one line, a dash for none. */
export const servicesText = (keys: readonly string[]): string => keys.map(serviceText).join(', ') || '–';
