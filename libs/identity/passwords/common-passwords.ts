let loaded: Promise<ReadonlySet<string>> | null = null;

/** About 49,000 passwords of breached lists, the most frequent ones, in small letters (@zxcvbn-ts/language-common, MIT). */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set<string>(dictionary['passwords-common']));
  return loaded;
}
