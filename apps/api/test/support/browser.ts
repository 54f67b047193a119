import { type Answer, send } from './client.js';

/** A browser that follows nothing by itself: it keeps cookies by host and path, as the tests of redirects want it. */
export class Browser {
  private readonly cookies = new Map<string, { host: string; path: string; pair: string }>();

  async go(url: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
    const { host, pathname } = new URL(url);
    const cookie = [...this.cookies.values()].filter((kept) => kept.host === host && pathname.startsWith(kept.path)).map(({ pair }) => pair).join('; ');
    const answer = await send(url, { ...options, headers: { ...(cookie ? { cookie } : {}), ...options.headers } });
    for (const line of answer.headers['set-cookie'] ?? []) this.keep(host, line);
    return answer;
  }

  /** Names of the cookies it has for a host. */
  names(url: string): string[] {
    const { host } = new URL(url);
    return [...this.cookies.values()].filter((kept) => kept.host === host).map(({ pair }) => pair.split('=', 1)[0]!).sort();
  }

  private keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const key = `${host} ${path} ${pair.split('=', 1)[0]}`;
    if (attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))) this.cookies.delete(key);
    else this.cookies.set(key, { host, path, pair });
  }
}
