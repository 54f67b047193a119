/** What a password is judged by. */
export interface PasswordContext {
  /** Characters it must have. */
  minimum: number;
  /** Common passwords in small letters; empty where the organization allows them. */
  common: ReadonlySet<string>;
  /** What everybody knows of the person: name, e-mail address, organization. */
  known: readonly string[];
}

const MAXIMUM = 1_000;
/** So many characters must be left of a password without what everybody knows of its person. */
const OWN_CHARACTERS = 8;
const SHORTEST_KNOWN = 3;
/** A pattern repeated is as good as the pattern. */
const LONGEST_PATTERN = 6;
const KEYBOARD = ['qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', '12345678901234567890', 'abcdefghijklmnopqrstuvwxyz'];
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** Why a password is not good enough, as a sentence for its person; null when it is (IAM-02). */
export function passwordProblem(password: string, { minimum, common, known }: PasswordContext): string | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < minimum) return `Choose a password of ${minimum} characters or more. Several words in a row are easy to remember.`;
  if (password.length > MAXIMUM) return `A password has ${MAXIMUM} characters at most.`;
  const folded = fold(password);
  if (isPattern(folded)) return 'This password is a pattern that is easy to guess. Choose another.';
  if (common.size > 0 && isCommon(folded, common)) return 'This password is among those that are tried first. Choose another.';
  if (saysWhoTheyAre(folded, known)) return 'This password is made of your name, your e-mail address or your organization. Choose another.';
  return null;
}

/** Also without what people append and with letters in place of the digits that stand for them. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  const bare = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const plain = folded.replace(/./gu, (character) => LEET[character] ?? character);
  const forms = [folded, bare, plain, plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''), folded.replace(/[^\p{L}\p{N}]/gu, '')];
  return forms.some((form) => common.has(form) || common.has(halfOf(form)));
}

/** `monkeymonkey` is `monkey`; the text itself when it is no repetition. */
function halfOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.length % length === 0 && text === text.slice(0, length).repeat(text.length / length)) return text.slice(0, length);
  }
  return text;
}

function isPattern(folded: string): boolean {
  if (halfOf(folded).length <= LONGEST_PATTERN && halfOf(folded) !== folded) return true;
  const bare = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return bare.length > LONGEST_PATTERN && KEYBOARD.some((row) => [row, [...row].reverse().join('')].some((line) => `${line}${line}`.includes(bare)));
}

function saysWhoTheyAre(folded: string, known: readonly string[]): boolean {
  const words = known.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= SHORTEST_KNOWN);
  if (words.length === 0) return false;
  const left = [...new Set(words)].sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ' '), folded);
  return left !== folded && left.replace(/[^\p{L}\p{N}]/gu, '').length < OWN_CHARACTERS;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
