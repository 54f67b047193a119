import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody at the provider. */
export interface OidcAccount {
  email?: string;
  email_verified?: boolean;
  name?: string;
  /** How they proved who they are. */
  amr?: string[];
}

const ID = 'throughline';
const SECRET = 'a secret between provider and product';
export const OIDC_CLIENT = { clientId: ID, clientSecret: SECRET };

/** A real OpenID provider on loopback: whoever `signedIn` names is signed in there and agrees to everything. */
export class OidcTestProvider {
  accounts: Record<string, OidcAccount> = {};
  signedIn = '';
  /** Answers the token endpoint instead of the provider: ID tokens that no honest provider signs. */
  forge: ((nonce: string) => string) | null = null;
  readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  private handler: (request: unknown, response: unknown) => unknown = () => undefined;
  private provider: Provider | null = null;
  private nonce = '';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', this.issuer);
      this.nonce = url.searchParams.get('nonce') ?? this.nonce;
      if (this.forge && url.pathname === '/token') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: this.forge(this.nonce) }));
      } else if (url.pathname.startsWith('/interaction/')) {
        const login = { accountId: this.signedIn, remember: false, amr: this.accounts[this.signedIn]?.amr ?? ['pwd'] };
        void this.provider?.interactionFinished(request, response, { login });
      } else {
        void this.handler(request, response);
      }
    });
  }

  static async start(): Promise<OidcTestProvider> {
    const made = new OidcTestProvider();
    await new Promise<void>((done) => made.server.listen(0, '127.0.0.1', done));
    return made;
  }

  get issuer(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Makes the product known to it. */
  register(callbacks: string[]): void {
    this.provider = new Provider(this.issuer, {
      clients: [{ client_id: ID, client_secret: SECRET, redirect_uris: callbacks, grant_types: ['authorization_code'], response_types: ['code'] }],
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
      cookies: { keys: ['a key of the tests'] },
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, sub) => {
        const { amr: _amr, ...facts } = this.accounts[sub] ?? {};
        return { accountId: sub, claims: () => ({ sub, ...facts }) };
      },
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: ID, accountId: oidc.session!.accountId! });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    this.handler = this.provider.callback() as never;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }
}

/** An ID token, signed by whoever's key. */
export function idToken(key: KeyObject, claims: object, alg = 'RS256'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg, kid: 'test' })}.${part({ iat: now, exp: now + 60, ...claims })}`;
  return `${text}.${alg === 'none' ? '' : createSign('sha256').update(text).sign(key).toString('base64url')}`;
}
