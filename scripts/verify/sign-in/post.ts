import { Agent, request } from 'node:http';

/** An answer, as far as signing in is concerned. */
export interface SignInAnswer {
  /** Every code of the answer, from the top and from the payload. */
  codes: string[];
  data: Record<string, Record<string, unknown> | null> | null;
  cookies: Record<string, string>;
  milliseconds: number;
}

const agents = new Map<string, Agent>();

/** Posts one operation from a loopback address of one's choice. */
export function post(url: string, query: string, variables: object, options: { from?: string; cookie?: string; bearer?: string } = {}): Promise<SignInAnswer> {
  const { from = '127.0.0.1', cookie, bearer } = options;
  let agent = agents.get(from);
  if (!agent) agents.set(from, (agent = new Agent({ keepAlive: true, maxSockets: 32, localAddress: from })));
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) };
  const body = JSON.stringify({ query, variables });
  return new Promise((done, fail) => {
    const began = performance.now();
    const outgoing = request(`${url}/graphql`, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        const milliseconds = performance.now() - began;
        const { data = null, errors = [] } = JSON.parse(Buffer.concat(chunks).toString()) as { data?: SignInAnswer['data']; errors?: { extensions: { code: string } }[] };
        const inside = Object.values(data ?? {}).flatMap((payload) => (payload?.['errors'] as { code: string }[] | undefined) ?? []);
        const cookies = Object.fromEntries((answer.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]!.split('=') as [string, string]));
        done({ codes: [...errors.map(({ extensions }) => extensions.code), ...inside.map(({ code }) => code)], data, cookies, milliseconds });
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

/** Ends idle connections, so that the process can end. */
export function closeConnections(): void {
  for (const agent of agents.values()) agent.destroy();
}

export const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } tokens { accessToken refreshToken } challenge { token } errors { code } } }';
export const CONFIRM = 'mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { viewer { id } errors { code } } }';
export const REFRESH = 'mutation ($input: RefreshSessionInput) { refreshSession(input: $input) { tokens { accessToken refreshToken } errors { code } } }';
export const VIEWER = '{ viewer { id } }';
