import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { TEST_PASSWORD } from '../organization.js';
import { forgetUsedCodes, nextCode, testCode } from '../second-factor.js';

/** An answer to an operation. */
export interface GraphqlAnswer<Data = Record<string, unknown>> {
  status: number;
  headers: IncomingHttpHeaders;
  data: Data | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; requestId?: string } & Record<string, unknown> }[];
}

interface Operation {
  query: string;
  variables?: object | undefined;
}

interface Challenged {
  challenge: { token: string; enrolment: { secret: string } | null } | null;
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } challenge { token enrolment { secret } } errors { code message } } }';
const CONFIRM = 'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } errors { code message } } }';

/** Authenticators that were set up here, by e-mail address; everybody else has the one of `seedOrganization`. */
const secrets = new Map<string, string>();

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * A browser without a screen: posts operations to /graphql and keeps the cookies it is given, by name and path.
 */
export class ApiClient {
  private readonly cookies = new Map<string, { value: string; path: string }>();
  /** Sent instead of the access cookie, as programs do. */
  bearer: string | null = null;
  /** Where it is, for APIs that trust one proxy. */
  address: string | null = null;

  /** @param ownerUrl of the database, for administrators: without it a code is good once in half a minute */
  constructor(
    readonly url: string,
    private readonly ownerUrl?: string,
  ) {}

  /** Runs one operation, whatever comes of it. */
  async send<Data = Record<string, unknown>>(query: string, variables?: object, headers: Record<string, string> = {}): Promise<GraphqlAnswer<Data>> {
    const cookie = [...this.cookies].filter(([, { path }]) => path === '/' || path === '/graphql').map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await post(`${this.url}/graphql`, { query, variables }, {
      ...(cookie ? { cookie } : {}), ...(this.bearer ? { authorization: `Bearer ${this.bearer}` } : {}), ...(this.address ? { 'x-forwarded-for': this.address } : {}), ...headers,
    });
    for (const line of answer.headers['set-cookie'] ?? []) this.keep(line);
    return answer as GraphqlAnswer<Data>;
  }

  /** Runs an operation that must succeed. @throws Error with everything that was refused */
  async ask<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    const refused = [...errors, ...Object.values(data ?? {}).flatMap((value) => (value as { errors?: unknown[] } | null)?.errors ?? [])];
    if (refused.length > 0 || !data) throw new Error(`Refused: ${JSON.stringify(refused, null, 1)}`);
    return data;
  }

  /**
   * Signs in, with a code of the authenticator where one is asked for; sets up an authenticator where one is demanded.
   *
   * @param secret of the person's authenticator, in base32; the one of `seedOrganization` when absent
   */
  async signIn(email: string, password = TEST_PASSWORD, secret?: string): Promise<this> {
    const { signIn: { challenge } } = await this.ask<{ signIn: Challenged }>(SIGN_IN, { input: { email, password } });
    if (!challenge) return this;
    if (challenge.enrolment) secrets.set(email, challenge.enrolment.secret);
    else if (this.ownerUrl) await forgetUsedCodes(this.ownerUrl, email);
    const confirm = (): Promise<unknown> => this.ask(CONFIRM, { input: { challenge: challenge.token, code: testCode(secrets.get(email) ?? secret) } });
    // Where codes cannot be forgotten, somebody who signed in a moment ago waits for the next one, as people do.
    await confirm().catch(async (error: unknown) => {
      if (this.ownerUrl) throw error;
      await nextCode();
      await confirm();
    });
    return this;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name)?.value;
  }

  setCookie(name: string, value: string, path = '/'): void {
    this.cookies.set(name, { value, path });
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const expired = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=thu, 01 jan 1970/i.test(attribute));
    if (expired) this.cookies.delete(name);
    else this.cookies.set(name, { value: decodeURIComponent(pair.slice(at + 1)), path });
  }
}

/** Somebody of `seedOrganization`, signed in over HTTP with cookies. */
export function signInAs(api: { url: string; database?: { ownerUrl: string } }, email: string, password = TEST_PASSWORD): Promise<ApiClient> {
  return new ApiClient(api.url, api.database?.ownerUrl).signIn(email, password);
}

function post(url: string, { query, variables }: Operation, headers: Record<string, string>): Promise<GraphqlAnswer> {
  return new Promise((done, fail) => {
    const outgoing = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Partial<GraphqlAnswer>;
        done({ status: answer.statusCode ?? 0, headers: answer.headers, data: body.data, errors: body.errors ?? [] });
      });
    });
    outgoing.on('error', fail);
    outgoing.end(JSON.stringify({ query, ...(variables ? { variables } : {}) }));
  });
}
