/** Letters of the term appear in the text in order; the earlier and closer, the better. Null: no match. */
export function score(text: string, term: string): number | null {
  const hay = text.toLowerCase();
  const needle = term.toLowerCase();
  const direct = hay.indexOf(needle);
  if (direct === 0) return 0;
  if (direct > 0) return /\s/.test(hay[direct - 1] ?? '') ? 1 : 2;
  let at = -1;
  let gaps = 0;
  for (const letter of needle.replace(/\s/g, '')) {
    const next = hay.indexOf(letter, at + 1);
    if (next === -1) return null;
    gaps += at === -1 ? 0 : next - at - 1;
    at = next;
  }
  return gaps > needle.length * 2 ? null : 3 + gaps / 100;
}
