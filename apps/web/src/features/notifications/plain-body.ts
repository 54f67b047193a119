/** A message's text on one line, without its signs: mentions as names, links as their words. */
export function plainBody(text: string): string {
  return text
    .replace(/@\[([^\]]+)\]\((?:user|role):[^)]+\)/g, '@$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/```[\w-]*\n?/g, ' ')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/^\s*(?:[-*>]|#{1,6})\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
