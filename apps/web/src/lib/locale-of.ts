/** First usable tag of an Accept-Language header; English where there is none. */
export function localeOf(acceptLanguage: string | null): string {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim();
    if (!tag || tag === '*') continue;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? 'en-GB';
    } catch {
      // a malformed tag: try the next
    }
  }
  return 'en-GB';
}
