const IRREGULAR: Readonly<Record<string, string>> = { people: 'person' };

/** One of them, of the words that lists use: `leads`, `entries`, `people`, `roles held`. */
export function singular(things: string): string {
  return things.replace(/^\S+/, (noun) => IRREGULAR[noun] ?? noun.replace(/ies$/, 'y').replace(/s$/, ''));
}
