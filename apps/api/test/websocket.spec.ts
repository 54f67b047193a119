import { OpenSockets } from '@throughline/platform/graphql';
import { until } from '@throughline/testing';
import { bootApi, type TestApi } from '@throughline/testing/api';
import { SampleModule } from './support/sample.module.js';
import { Socket } from './support/client.js';

const ADA = 'ada/sample.read';
const COUNT = 'subscription ($to: Int!) { counted(to: $to) }';

describe('subscriptions over WebSocket', () => {
  let api: TestApi;
  beforeAll(async () => (api = await bootApi({ features: [SampleModule], settings: { socketsPerAddress: 30 } })));
  afterAll(() => api.close());

  const withSocket = async (name: string, work: (socket: Socket) => Promise<void>): Promise<void> => {
    const socket = await Socket.as(api.url, name);
    try {
      await work(socket);
    } finally {
      socket.close();
    }
  };
  const errorOf = (code: string): unknown => expect.objectContaining({ extensions: expect.objectContaining({ code, requestId: expect.any(String) as string }) as object });

  it('delivers every value in order and completes', () => withSocket(ADA, async (socket) => {
    socket.subscribe('1', COUNT, { to: 3 });
    for (const counted of [1, 2, 3]) expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { counted } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
  }));

  it('refuses strangers at connection_init with 4401', async () => {
    const socket = await Socket.open(api.url);
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toMatchObject({ closed: 4401 });
  });

  it('takes the token from connection_init as well', async () => {
    const socket = await Socket.open(api.url);
    socket.send({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.close();
  });

  it('takes the session cookie from a page of an allowed origin only', async () => {
    const origin = api.config.allowedOrigins[0]!;
    const socket = await Socket.open(api.url, { cookie: 'sample=ada', origin });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.close();
    await expect(Socket.open(api.url, { cookie: 'sample=ada', origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(Socket.open(api.url, { cookie: 'sample=ada' })).rejects.toThrow('403');
  });

  it('refuses a subscription without its permission', () => withSocket('ada', async (socket) => {
    socket.subscribe('1', COUNT, { to: 1 });
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next', payload: { errors: [errorOf('FORBIDDEN')] } });
  }));

  it.each([
    ['a query', 'query { whoAmI }', {}, 'VALIDATION_FAILED'],
    ['a mutation', 'mutation { signInSample { errors { code } } }', {}, 'VALIDATION_FAILED'],
    ['an unknown field', 'subscription { nothing }', {}, 'VALIDATION_FAILED'],
    ['a syntax error', 'subscription {', {}, 'VALIDATION_FAILED'],
    ['a fragment cycle', 'subscription { ...A } fragment A on Subscription { ...B } fragment B on Subscription { ...A }', {}, 'VALIDATION_FAILED'],
    ['too many tokens', `subscription { counted(to: 1) } ${'#\n'.repeat(10)} fragment A on Subscription { ${'counted(to: 1) '.repeat(600)} }`, {}, 'LIMIT_EXCEEDED'],
  ])('refuses %s', (_, query, variables, code) => withSocket(ADA, async (socket) => {
    socket.subscribe('1', query, variables);
    expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload: [errorOf(code)] });
  }));

  it('refuses variables of the wrong type', () => withSocket(ADA, async (socket) => {
    socket.subscribe('1', COUNT, { to: 'many' });
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next', payload: { errors: [errorOf('VALIDATION_FAILED')] } });
  }));

  it('tells nothing of a failure inside and logs it under the request id', () => withSocket(ADA, async (socket) => {
    socket.subscribe('1', COUNT, { to: -1 });
    const frame = await socket.next();
    expect(frame).toMatchObject({ id: '1', type: 'error', payload: [errorOf('INTERNAL')] });
    expect(JSON.stringify(frame)).not.toContain('canary');
    const { requestId } = (frame as { payload: { extensions: { requestId: string } }[] }).payload[0]!.extensions;
    expect(api.log()).toContain(requestId);
  }));

  it.each([
    ['no JSON', 'hello', 4400],
    ['a list', '[]', 4400],
    ['an unknown type', '{"type":"attack"}', 4400],
    ['a type only servers send', '{"type":"next","id":"1","payload":{}}', 4400],
    ['a subscription without payload', '{"type":"subscribe","id":"1"}', 4400],
    ['a second connection_init', '{"type":"connection_init"}', 4429],
    ['a binary message', Buffer.from('{"type":"ping"}'), 4400],
    ['more than 64 KiB', `{"type":"ping","payload":{"x":"${'x'.repeat(65 * 1024)}"}}`, 1009],
  ])('ends the connection on %s', (_, message, closed) => withSocket(ADA, async (socket) => {
    socket.send(message);
    expect(await socket.next()).toMatchObject({ closed });
  }));

  it('ends the connection when it subscribes before it said who it is', async () => {
    const socket = await Socket.open(api.url, { authorization: `Bearer ${ADA}` });
    socket.subscribe('1', COUNT, { to: 1 });
    expect(await socket.next()).toMatchObject({ closed: 4401 });
  });

  it('allows 50 subscriptions on a connection and no more', () => withSocket(ADA, async (socket) => {
    for (let id = 1; id <= 51; id++) socket.subscribe(String(id), COUNT, { to: 0 });
    expect(await socket.next()).toMatchObject({ id: '51', type: 'error', payload: [errorOf('LIMIT_EXCEEDED')] });
  }));

  it('ends a connection that floods', () => withSocket(ADA, async (socket) => {
    for (let n = 0; n <= 101; n++) socket.send({ type: 'ping' });
    let frame = await socket.next();
    while (!('closed' in frame)) frame = await socket.next();
    expect(frame.closed).toBe(4429);
  }));

  it('ends the sockets of a session that is over', () => withSocket('eve/sample.read', async (socket) => {
    const sockets = api.app.nest.get(OpenSockets);
    expect(sockets.closeWhere((actor) => actor.userId === 'eve')).toBe(1);
    expect(await socket.next()).toEqual({ closed: 4401, reason: 'Your session has ended.' });
    await until('the socket to be forgotten', () => sockets.closeWhere((actor) => actor.userId === 'eve') === 0);
  }));

  it('holds a limited number of sockets for one address', async () => {
    const open: Socket[] = [];
    await expect((async () => {
      for (;;) open.push(await Socket.open(api.url));
    })()).rejects.toThrow('429');
    expect(open.length).toBeLessThanOrEqual(30);
    for (const socket of open) socket.close();
  });

  it('speaks graphql-transport-ws only', async () => {
    const socket = await Socket.open(api.url, {}, 'graphql-ws').catch((error: Error) => error);
    expect(socket).toBeInstanceOf(Error);
  });
});
