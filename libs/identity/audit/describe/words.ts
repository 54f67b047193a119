/** `expectedClose` -> `Expected close`; ids and minor units lose their technical ending. */
export function fieldLabel(name: string): string {
  const plain = name.replace(/(?<=[a-z0-9])Ids$/, 's').replace(/(?<=[a-z0-9])(Id|Minor|At|On)$/, '');
  return capital(words(plain || name));
}

/** What a kind of event says, in words: `deal.stageMoved` -> `Stage moved`, `lead.won` -> `Won`. */
export function eventTitle(kind: string): string {
  return capital(words(kind.slice(kind.indexOf('.') + 1)));
}

/** `IN_PROGRESS` -> `In progress`. */
export function enumText(value: string): string {
  return capital(value.toLowerCase().replaceAll('_', ' '));
}

const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
