import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { bootApi, type TestApi } from '@throughline/testing/api';
import { type Answer, graphql, send } from './support/client.js';
import { SampleModule, SampleResolver } from './support/sample.module.js';

const ADA = 'ada/sample.read,sample.create';
const CREATE = `mutation ($input: CreateSampleInput!) {
  createSample(input: $input) { sample { name at day count extra price { amountMinor currency } } errors { code message path details } }
}`;
const JSON_TYPE = { 'content-type': 'application/json' };

describe('GraphQL over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => (api = await bootApi({ features: [SampleModule], settings: { environment: 'production', corsOrigins: ['https://partner.example'], allowedOrigins: ['http://localhost:3000', 'https://partner.example'] } })));
  afterAll(() => api.close());

  const post = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Promise<Answer> => send(`${api.url}/graphql`, { method: 'POST', headers, body });
  const create = (input: object, headers: Record<string, string> = {}): Promise<Answer> => graphql(api.url, CREATE, { as: ADA, variables: { input }, headers });
  const codes = ({ json }: Answer): unknown[] => (json.errors ?? []).map(({ extensions }) => extensions['code']);

  describe('who may call', () => {
    it('lets strangers use public fields only', async () => {
      expect((await graphql(api.url, '{ whoAmI }')).json).toEqual({ data: { whoAmI: 'PUBLIC  127.0.0.1' } });
      const refused = await graphql(api.url, '{ sample(name: "x") { name } }');
      expect(refused.json).toEqual({
        data: { sample: null },
        errors: [{
          message: 'Sign in first.', path: ['sample'], locations: [{ line: 1, column: 3 }],
          extensions: { code: 'UNAUTHENTICATED', requestId: refused.headers['x-request-id'] },
        }],
      });
    });

    it('asks for the declared permission', async () => {
      const refused = await graphql(api.url, '{ samples { totalCount } }', { as: 'ada' });
      expect(codes(refused)).toEqual(['FORBIDDEN']);
      expect(refused.json.errors![0]!.message).toBe('You may not do this: it needs the permission "sample.read".');
      expect((await graphql(api.url, '{ samples(first: 2) { nodes { name } } }', { as: ADA })).json).toEqual({
        data: { samples: { nodes: [{ name: 'sample 0' }, { name: 'sample 1' }] } },
      });
    });

    it('does not run a mutation without its permission', async () => {
      const before = SampleResolver.calls.length;
      expect(codes(await graphql(api.url, CREATE, { as: 'ada/sample.read', variables: { input: { email: 'a@b.example' } } }))).toEqual(['FORBIDDEN']);
      expect(SampleResolver.calls).toHaveLength(before);
    });

    it('shows the schema of production to people who are signed in only', async () => {
      const query = '{ __schema { queryType { name } } }';
      expect(codes(await graphql(api.url, query))).toEqual(['FORBIDDEN']);
      expect((await graphql(api.url, query, { as: 'ada' })).json).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
      expect((await graphql(api.url, '{ whoIAm }')).json.errors![0]!.message).toBe('Cannot query field "whoIAm" on type "Query". (line 1, column 3)');
    });
  });

  it('lets tools read the whole schema within the limits', async () => {
    const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
    const answer = await graphql(api.url, query, { as: 'ada' });
    expect(answer.json.errors).toBeUndefined();
    expect(buildClientSchema(answer.json.data as unknown as IntrospectionQuery).getType('Sample')).toBeDefined();
  });

  describe('answers of mutations', () => {
    it('carry the record and no errors', async () => {
      const input = { email: 'a@b.example', at: '2026-11-21T10:00:00+01:00', day: '2026-11-21', count: '9007199254740993', extra: { a: [1] }, price: { amountMinor: '1250', currency: 'USD' } };
      expect((await create(input)).json).toEqual({ data: { createSample: {
        sample: { name: 'a@b.example', at: '2026-11-21T09:00:00.000Z', day: '2026-11-21', count: '9007199254740993', extra: { a: [1] }, price: { amountMinor: '1250', currency: 'USD' } },
        errors: [],
      } } });
    });

    it('carry every problem of the input with its path, and nothing ran', async () => {
      const before = SampleResolver.calls.length;
      const answer = await create({ email: 'nobody', lines: [{ text: 'good' }, { text: 'far too long' }], price: { amountMinor: '1', currency: 'dollars' } });
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ data: { createSample: { sample: null, errors: [
        { code: 'VALIDATION_FAILED', message: 'Email must be an email.', path: ['email'], details: null },
        { code: 'VALIDATION_FAILED', message: 'Text must be shorter than or equal to 5 characters.', path: ['lines', '1', 'text'], details: null },
        { code: 'VALIDATION_FAILED', message: 'The currency must be a code of three capital letters, like USD.', path: ['price', 'currency'], details: null },
      ] } } });
      expect(SampleResolver.calls).toHaveLength(before);
    });

    it.each([
      ['CONFLICT', { code: 'CONFLICT', message: 'Somebody was faster.', path: ['version'], details: { current: 3 } }],
      ['UNIQUE', { code: 'DUPLICATE', message: 'Another record already has this external id.', path: ['externalId'], details: null }],
    ])('carry the refusal %s in the payload', async (fail, error) => {
      expect((await create({ email: 'a@b.example', fail })).json).toEqual({ data: { createSample: { sample: null, errors: [error] } } });
    });

    it('put everything else at the top', async () => {
      expect(codes(await create({ email: 'a@b.example', fail: 'FORBIDDEN' }))).toEqual(['FORBIDDEN']);
      const crash = await create({ email: 'a@b.example', fail: 'CRASH' });
      expect(crash.status).toBe(200);
      expect(codes(crash)).toEqual(['INTERNAL']);
      expect(crash.text).not.toContain('canary');
      expect(api.log()).toContain(`"requestId":"${String(crash.headers['x-request-id'])}"`);
      expect(api.log()).toContain('canary: the inside of a failure');
    });

    it('refuse values that no scalar takes, with their place', async () => {
      const answer = await create({ email: 'a@b.example', at: 'tomorrow' });
      expect(answer.status).toBe(400);
      expect(answer.json.errors![0]).toMatchObject({
        message: 'Variable "$input" got invalid value "tomorrow" at "input.at"; A DateTime must be a text like 2026-11-21T09:30:00.000Z, with a time zone.',
        extensions: { code: 'VALIDATION_FAILED', inputPath: ['at'] },
      });
    });
  });

  it('answers a missing record of a query at the top', async () => {
    const answer = await graphql(api.url, '{ sample(name: "x") { name } }', { as: ADA });
    expect(answer.json).toMatchObject({ data: { sample: null }, errors: [{ path: ['sample'], extensions: { code: 'NOT_FOUND', inputPath: ['name'] } }] });
  });

  describe('idempotency', () => {
    it('gives the unit of work key, operation and digest', async () => {
      await create({ email: 'a@b.example' }, { 'idempotency-key': 'key-0000001' });
      expect(SampleResolver.calls.at(-1)!.request.idempotency).toEqual({ key: 'key-0000001', operation: 'createSample', digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      await create({ email: 'a@b.example' });
      expect(SampleResolver.calls.at(-1)!.request.idempotency).toBeUndefined();
    });

    it('refuses keys that are malformed, and operations with several fields', async () => {
      expect(codes(await create({ email: 'a@b.example' }, { 'idempotency-key': 'x' }))).toEqual(['VALIDATION_FAILED']);
      const two = 'mutation { a: createSample(input: { email: "a@b.example" }) { errors { code } } b: createSample(input: { email: "a@b.example" }) { errors { code } } }';
      expect(codes(await graphql(api.url, two, { as: ADA, headers: { 'idempotency-key': 'key-0000001' } }))).toEqual(['LIMIT_EXCEEDED']);
    });
  });

  describe('malformed requests', () => {
    it.each([
      ['bad JSON', '{"query":', JSON_TYPE, 400],
      ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe]), JSON_TYPE, 400],
      ['an empty body', '', JSON_TYPE, 400],
      ['a batch', '[{"query":"{ whoAmI }"}]', JSON_TYPE, 400],
      ['a form', 'query=%7BwhoAmI%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
      ['plain text (no preflight)', '{"query":"{ whoAmI }"}', { 'content-type': 'text/plain' }, 400],
      ['no content type', '{"query":"{ whoAmI }"}', {}, 400],
      ['another charset', '{"query":"{ whoAmI }"}', { 'content-type': 'application/json; charset=latin1' }, 400],
      ['a subscription', '{"query":"subscription { counted(to: 1) }"}', JSON_TYPE, 400],
      ['a missing variable', '{"query":"query ($n: String!) { sample(name: $n) { name } }"}', JSON_TYPE, 400],
      ['too many bytes', JSON.stringify({ query: `{ whoAmI } #${' '.repeat(300_000)}` }), JSON_TYPE, 413],
      ['persisted queries', '{"query":"","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', JSON_TYPE, 400],
    ])('%s', async (_, body, headers, status) => {
      const answer = await post(body, headers as Record<string, string>);
      expect(answer.status).toBe(status);
      expect(answer.json.errors).toEqual([expect.objectContaining({ message: expect.any(String) as string, extensions: expect.objectContaining({ code: status === 413 ? 'LIMIT_EXCEEDED' : 'VALIDATION_FAILED', requestId: answer.headers['x-request-id'] }) as object })]);
    });

    it('answers GET and other methods with 405', async () => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const answer = await send(`${api.url}/graphql?query={whoAmI}`, { method });
        expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
      }
    });

    it('answers refusals in the type the client asked for', async () => {
      const answer = await post('{', { ...JSON_TYPE, accept: 'application/graphql-response+json, application/json;q=0.9' });
      expect(answer.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    });

    it('answers unknown paths of the API as errors, not as pages', async () => {
      const answer = await send(`${api.url}/api/v1/nothing`);
      expect(answer.status).toBe(404);
      expect(codes(answer)).toEqual(['NOT_FOUND']);
    });

    it('answers a malformed address', async () => {
      expect((await send(`${api.url}/api/v1/%E0%A4%A`)).status).toBe(400);
    });
  });

  describe('browsers', () => {
    const from = (origin: string): Promise<Answer> => post('{"query":"{ whoAmI }"}', { ...JSON_TYPE, origin });

    it('may write from allowed origins only', async () => {
      expect((await from('http://localhost:3000')).status).toBe(200);
      expect(codes(await from('https://evil.example'))).toEqual(['FORBIDDEN']);
      expect(codes(await from('null'))).toEqual(['FORBIDDEN']);
      expect(codes(await post('{"query":"{ whoAmI }"}', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }))).toEqual(['FORBIDDEN']);
    });

    it('may read from origins an operator named', async () => {
      expect((await from('https://partner.example')).headers).toMatchObject({ 'access-control-allow-origin': 'https://partner.example', 'access-control-allow-credentials': 'true', vary: 'origin' });
      expect((await from('http://localhost:3000')).headers).not.toHaveProperty('access-control-allow-origin');
      const preflight = (origin: string): Promise<Answer> => send(`${api.url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
      expect(await preflight('https://partner.example')).toMatchObject({ status: 204, headers: { 'access-control-allow-headers': 'authorization, content-type, idempotency-key, apollo-require-preflight, range, tus-resumable, upload-length, upload-metadata, upload-offset' } });
      expect((await preflight('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin');
    });

    it('get headers that forbid everything', async () => {
      for (const path of ['/graphql', '/healthz', '/api/v1/nothing', '/api/v1/%E0%A4%A']) {
        expect((await send(`${api.url}${path}`)).headers).toMatchObject({
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", 'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY', 'cache-control': 'no-store', 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        });
      }
    });
  });

  it('never logs what a request carries', async () => {
    await graphql(api.url, CREATE, { as: 'canary-token/sample.create', variables: { input: { email: 'canary-input@b.example', fail: 'CRASH' } }, headers: { cookie: 'session=canary-cookie' } });
    expect(api.log()).not.toMatch(/canary-(token|input|cookie)/);
  });
});

describe('limits of rate', () => {
  /** 30 requests at once under limits that grow by one a minute. */
  const rush = async (rateLimits: TestApi['config']['rateLimits'], next: string): Promise<{ statuses: number[]; last: Answer }> => {
    const api = await bootApi({ features: [SampleModule], settings: { rateLimits } });
    try {
      const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await graphql(api.url, '{ whoAmI }', { as: 'ada' })).status));
      return { statuses, last: await graphql(api.url, '{ whoAmI }', { as: next }) };
    } finally {
      await api.close();
    }
  };

  it('hold for a person and not for others', async () => {
    const { statuses, last } = await rush({ addressPerMinute: 0, actorPerMinute: 1 }, 'bob');
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(last.status).toBe(200);
  });

  it('hold for an address, whoever it says it is, and tell when to come back', async () => {
    const { statuses, last } = await rush({ addressPerMinute: 1, actorPerMinute: 0 }, 'bob');
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect(last).toMatchObject({ status: 429, json: { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) as number } }] } });
    expect(Number(last.headers['retry-after'])).toBe(last.json.errors![0]!.extensions['retryAfter']);
  });
});

describe('a root field that declares nothing', () => {
  it('stops the boot and is named', async () => {
    Reflect.deleteMetadata('throughline:public', SampleResolver.prototype.whoAmI);
    try {
      // Whatever boots all the same must not outlive the test.
      const boot = bootApi({ features: [SampleModule] }).then((api) => api.close());
      await expect(boot).rejects.toThrow('These root fields declare neither @Requires(...), @SignedIn() nor @Public(): Query.whoAmI');
    } finally {
      Reflect.defineMetadata('throughline:public', true, SampleResolver.prototype.whoAmI);
    }
  });
});
