/** Control characters, and those that turn the direction of text or join invisibly: `photo\u202egnp.exe` reads as `photoexe.png`. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;
const LONGEST = 200;

/**
 * The name a file is shown and saved under: the last part of whatever path came, without what could mislead people or their
 * systems. It never names anything on our disks.
 *
 * @returns null when nothing is left
 */
export function cleanName(given: string): string | null {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(HIDDEN, '').replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  if (name === '') return null;
  const ending = /\.[^.]{1,15}$/.exec(name)?.[0] ?? '';
  return name.length <= LONGEST ? name : `${[...name.slice(0, -ending.length || undefined)].slice(0, LONGEST - ending.length).join('').slice(0, LONGEST - ending.length)}${ending}`;
}

/** `report.final.PDF` is `pdf`; empty without one. */
export const endingOf = (name: string): string => (/\.([^.]{1,15})$/.exec(name)?.[1] ?? '').toLowerCase();

export const sameEnding = (one: string, other: string): boolean => endingOf(one) === endingOf(other);
