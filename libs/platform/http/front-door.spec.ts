import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Config, loadConfig, type Settings } from '../config/index.js';
import { createLogger } from '../observability/index.js';
import { FrontDoor } from './front-door.js';

const SECRET = 'l'.repeat(32);
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** A web server that tells what it was asked. */
const web = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.url === '/slow') return void setImmediate(() => response.end('slow'));
  if (request.url === '/half') {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    return void setImmediate(() => response.destroy());
  }
  let bytes = 0;
  request.on('data', (chunk: Buffer) => (bytes += chunk.length));
  request.on('end', () => {
    response.writeHead(200, { 'x-powered-by': 'web', 'content-security-policy': 'none at all', 'set-cookie': ['a=1', 'b=2'], connection: 'keep-alive, x-internal', 'x-internal': '1' });
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, bytes }));
  });
};

describe('FrontDoor', () => {
  const servers: Server[] = [];
  const listen = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  const api = (_: IncomingMessage, response: ServerResponse): void => void response.end('api');
  const open = async (settings: Partial<Settings> = {}, handler = web, answer = api): Promise<{ door: FrontDoor; port: number; webPort: number }> => {
    const webPort = await listen(createServer(handler));
    const base = loadConfig({ APP_SECRET: 's'.repeat(32), MASTER_KEY: Buffer.from('the master key of the front door').toString('base64'), DATABASE_URL: 'postgres://a:b@c/d', WEB_ORIGIN: `http://127.0.0.1:${webPort}` });
    const door = new FrontDoor(new Config({ ...base, ...settings }), createLogger('silent', 'api'));
    return { door, port: await listen(door.createServer(answer)), webPort };
  };
  const ask = (port: number, path: string, options: { method?: string; headers?: Record<string, string>; body?: Buffer } = {}): Promise<Answer> =>
    new Promise((done, fail) => {
      const outgoing = request({ port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
        answer.on('error', fail);
      });
      outgoing.on('error', fail);
      outgoing.end(options.body);
    });
  const seen = ({ body }: Answer): { url: string; bytes: number; headers: Record<string, string> } => JSON.parse(body.toString()) as never;

  it('splits by path', async () => {
    const { port } = await open();
    for (const path of ['/graphql', '/graphql?x=1', '/healthz', '/readyz', '/api/v1', '/api/v1/leads', '/files/1']) {
      expect((await ask(port, path)).body.toString()).toBe('api');
    }
    for (const path of ['/', '/graphqlx', '/api', '/api/v2', '/leads?a=b', '/_next/static/x.js', '//graphql', '/filesystem']) {
      expect(seen(await ask(port, path)).url).toBe(path);
    }
  });

  it('moves readers to TLS and takes nothing that came in the clear', async () => {
    const { port } = await open({ publicUrl: 'https://crm.example', allowedOrigins: ['https://crm.example'], trustedProxyHops: 1 });
    const over = (protocol: string, path: string, method = 'GET'): Promise<Answer> => ask(port, path, { method, headers: { 'x-forwarded-proto': protocol } });
    expect(await over('http', '/leads?a=b')).toMatchObject({ status: 308, headers: { location: 'https://crm.example/leads?a=b' } });
    expect(await over('http', '/graphql', 'POST')).toMatchObject({ status: 403, body: Buffer.from('This address is served over TLS only: https://crm.example') });
    expect((await over('http', '/healthz')).body.toString()).toBe('api');
    expect((await over('https', '/graphql', 'POST')).body.toString()).toBe('api');
    expect((await over('https', '/leads')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('tells the web server who the visitor is, whatever the visitor says', async () => {
    const { port } = await open();
    const { headers } = seen(await ask(port, '/', { headers: {
      'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', forwarded: 'for=6.6.6.6', 'x-real-ip': '6.6.6.6', 'x-launcher-secret': 'guess',
      'x-nonce': 'mine', 'x-middleware-subrequest': 'proxy', 'content-security-policy': 'script-src *', host: 'crm.example', 'x-request-id': 'mine', cookie: 'a=1',
    } }));
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-forwarded-host': 'crm.example', host: 'crm.example', cookie: 'a=1' });
    for (const name of ['forwarded', 'x-real-ip', 'x-launcher-secret', 'x-middleware-subrequest']) expect(headers).not.toHaveProperty(name);
    expect(JSON.stringify(headers)).not.toMatch(/mine|script-src \*|evil/);
  });

  it('believes as many proxies as it is told to trust', async () => {
    const { port } = await open({ trustedProxyHops: 2 });
    const { headers } = seen(await ask(port, '/', { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.1', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.example' } }));
    expect(headers).toMatchObject({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.example' });
    expect(seen(await ask(port, '/', { headers: { 'x-forwarded-for': 'nonsense, <script>' } })).headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('believes its own web server about the visitor', async () => {
    const { port } = await open({ launcherSecret: SECRET });
    const asked = async (secret: string): Promise<string | undefined> =>
      seen(await ask(port, '/', { headers: { 'x-launcher-secret': secret, 'x-forwarded-for': '203.0.113.7' } })).headers['x-forwarded-for'];
    expect(await asked(SECRET)).toBe('203.0.113.7');
    expect(await asked('l'.repeat(31))).toBe('127.0.0.1');
  });

  it('sets the security headers of a page, with a nonce of its own', async () => {
    const { port } = await open({ publicUrl: 'https://crm.example' });
    const first = await ask(port, '/');
    const policy = String(first.headers['content-security-policy']);
    const nonce = /'nonce-([A-Za-z0-9+/=]+)'/.exec(policy)?.[1];
    expect(seen(first).headers).toMatchObject({ 'x-nonce': nonce, 'content-security-policy': policy });
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe-eval|ws:/);
    expect(first.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'strict-transport-security': 'max-age=31536000; includeSubDomains', 'set-cookie': ['a=1', 'b=2'] });
    expect(first.headers).not.toHaveProperty('x-internal');
    expect((await ask(port, '/')).headers['content-security-policy']).not.toBe(policy);
    expect((await ask(port, '/healthz')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('does not speak of TLS where there is none', async () => {
    const { port } = await open();
    expect((await ask(port, '/')).headers).not.toHaveProperty('strict-transport-security');
  });

  it('streams large bodies', async () => {
    const { port } = await open();
    expect(seen(await ask(port, '/upload', { method: 'POST', body: Buffer.alloc(20_000_000) })).bytes).toBe(20_000_000);
  });

  it('answers 503 while the web server is away, and the API goes on', async () => {
    const { port, webPort } = await open();
    const upstream = servers.find((server) => (server.address() as AddressInfo).port === webPort)!;
    await new Promise((done) => upstream.close(done));
    const away = await ask(port, '/');
    expect(away).toMatchObject({ status: 503, headers: { 'retry-after': '2', 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY' } });
    expect(away.body.toString()).toContain('tries again by itself');
    expect((await ask(port, '/graphql')).body.toString()).toBe('api');
  });

  it('survives answers that break off', async () => {
    const { port } = await open();
    await expect(ask(port, '/half')).rejects.toThrow('aborted');
    expect((await ask(port, '/')).status).toBe(200);
  });

  it('takes a new connection when the web server has closed an idle one', async () => {
    const { port, webPort } = await open();
    const upstream = servers.find((server) => (server.address() as AddressInfo).port === webPort)!;
    for (let round = 0; round < 5; round++) {
      expect((await ask(port, '/')).status).toBe(200);
      upstream.closeIdleConnections();
    }
  });

  it('finishes what is under way and then closes', async () => {
    let finish: () => void = () => undefined;
    const started = new Promise<void>((begun) => {
      finish = begun;
    });
    let release: () => void = () => undefined;
    const { door, port } = await open({}, web, (_, response) => {
      finish();
      release = () => void response.end('done');
    });
    const answer = ask(port, '/graphql');
    await started;
    const closed = door.close(5_000);
    expect(door.isDraining).toBe(true);
    await expect(ask(port, '/healthz')).rejects.toThrow('ECONNREFUSED');
    release();
    expect((await answer).body.toString()).toBe('done');
    await closed;
  });

  it('cuts off what does not finish in time', async () => {
    const { door, port } = await open({}, web, () => undefined);
    const answer = ask(port, '/graphql').catch((error: Error) => error.message);
    const closing = new Promise<void>((done) => setImmediate(() => void door.close(20).then(done)));
    expect(await answer).toMatch(/socket hang up|ECONNRESET/);
    await closing;
  });

  it('hands upgrades to whoever named the path, of allowed origins only, and refuses others', async () => {
    const { door, port } = await open();
    door.onUpgrade('/graphql', (_request, socket) => void socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    const upgrade = (path: string, headers = ''): Promise<string> => new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n${headers}\r\n`));
      socket.once('data', (data) => done(data.toString().split('\r\n')[0]!));
    });
    expect(await upgrade('/graphql')).toBe('HTTP/1.1 101 Switching Protocols');
    expect(await upgrade('/graphql', 'origin: http://localhost:3000\r\n')).toBe('HTTP/1.1 101 Switching Protocols');
    expect(await upgrade('/graphql', 'origin: https://evil.example\r\n')).toBe('HTTP/1.1 403 Forbidden');
    expect(await upgrade('/_next/webpack-hmr')).toBe('HTTP/1.1 404 Not Found');
    expect(await upgrade('/healthz')).toBe('HTTP/1.1 404 Not Found');
  });

  it('tunnels the hot reload of the development server', async () => {
    const { port, webPort } = await open({ environment: 'development' });
    const upstream = servers.find((server) => (server.address() as AddressInfo).port === webPort)!;
    upstream.on('upgrade', (_request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
      socket.pipe(socket);
    });
    const said = await new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /_next/webpack-hmr HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => {
        text += data.toString();
        if (text.includes('echo')) {
          done(text);
          socket.destroy();
        } else if (text.includes('\r\n\r\n')) socket.write('echo');
      });
    });
    expect(said).toMatch(/^HTTP\/1\.1 101 [\s\S]*\r\n\r\necho$/);
  });
});
