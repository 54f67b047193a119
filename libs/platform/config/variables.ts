import { readFileSync } from 'node:fs';

/** Environment variables by name, as `process.env`. */
export type Variables = Record<string, string | undefined>;

/** Some variables are missing or wrong; the message has one line for each. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads variables and gathers what is wrong, so that one start shows every mistake. A wrong variable yields a
 * placeholder; the caller throws `problems` before using any.
 */
export class VariableReader {
  readonly problems: string[] = [];

  constructor(private readonly variables: Variables) {}

  /** The trimmed text; undefined when missing or empty. */
  text(name: string): string | undefined {
    const value = this.variables[name]?.trim();
    return value === '' ? undefined : value;
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.wrong(name, `must be one of ${choices.join(', ')}`);
    return found ?? fallback;
  }

  integer(name: string, fallback: number, minimum: number, maximum: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return number;
    this.wrong(name, `must be a whole number from ${minimum} to ${maximum}`);
    return fallback;
  }

  flag(name: string): boolean {
    return this.choice(name, ['1', '0', 'true', 'false'], '0').replace('true', '1') === '1';
  }

  /** An address such as `postgres://user:password@host:5432/name`. */
  url(name: string, protocols: string[], value: string | undefined = this.text(name)): string | undefined {
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    this.wrong(name, `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    return undefined;
  }

  /** `https://crm.example.com`: an address without a path, as browsers send it in `Origin`. */
  origin(name: string, value: string | undefined = this.text(name)): string | undefined {
    const url = this.url(name, ['http:', 'https:'], value);
    if (url === undefined) return undefined;
    const parsed = new URL(url);
    if (parsed.pathname === '/' && parsed.search === '' && parsed.username === '') return parsed.origin;
    this.wrong(name, 'must be an address without a path, for example https://crm.example.com');
    return undefined;
  }

  /** Comma-separated origins. */
  origins(name: string): string[] {
    const parts = (this.text(name) ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
    return parts.map((part) => this.origin(name, part)).filter((origin) => origin !== undefined);
  }

  /** A value that may also lie in a file, named by `<NAME>_FILE` (container secrets). */
  secret(name: string): string | undefined {
    const direct = this.text(name);
    const file = this.text(`${name}_FILE`);
    if (file === undefined) return direct;
    if (direct !== undefined) this.wrong(name, `must not be set together with ${name}_FILE`);
    try {
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch {
      this.wrong(`${name}_FILE`, 'must name a file that this process can read');
      return undefined;
    }
  }

  /** Never repeats the value: it may be a secret. */
  wrong(name: string, requirement: string): void {
    this.problems.push(`${name} ${requirement}.`);
  }
}
