import { Global, Injectable, Module } from '@nestjs/common';
import { type AuthenticationRequest, Authenticator, type Grant } from '@throughline/platform/access';
import { type Actor, newId } from '@throughline/platform/kernel';
import { Reader } from '@throughline/platform/read';
import { request } from 'node:http';
import { PassThrough } from '../../../libs/platform/read/pass-through/pass-through.js';
import { createGadgetTables, GadgetRows } from '../../../libs/platform/read/testing/gadgets.database.js';
import { GadgetResolver, MakerGadgetsResolver } from '../../../libs/platform/read/testing/gadgets.resolver.js';
import { bootApi, type TestApi } from '../../../libs/testing/api/index.js';
import { testActor } from '../../../libs/testing/index.js';

interface Caller { organizationId: string; grants: (string | Grant)[]; sessionId?: string; accessVersion?: string }

/** Believes whatever the header says: the tests of the platform have no accounts. */
@Injectable()
class BelievingAuthenticator extends Authenticator {
  readonly reloaded: Actor[] = [];

  authenticate({ authorization, requestId }: AuthenticationRequest): Promise<Actor> {
    const { organizationId, grants, ...more } = JSON.parse(Buffer.from(authorization?.slice(7) ?? '', 'base64').toString()) as Caller;
    const actor = testActor({ organizationId, grants });
    return Promise.resolve({ ...actor, ...more, request: { ...actor.request, id: requestId } });
  }

  reloadAbility(actor: Actor): Promise<Actor> {
    this.reloaded.push(actor);
    return Promise.resolve(Object.assign(actor, { accessVersion: undefined, ability: testActor({ organizationId: actor.organizationId, grants: [] }).ability, abilityVersion: newId() }));
  }
}

@Global()
@Module({
  providers: [GadgetResolver, MakerGadgetsResolver, BelievingAuthenticator, { provide: Authenticator, useExisting: BelievingAuthenticator }],
  exports: [Authenticator],
})
class GadgetsModule {}

describe('queries answered with the JSON of the database', () => {
  let api: TestApi;
  let rows: GadgetRows;
  let ours: string;
  let theirs: string;
  let gadget: string;
  let passed: jest.SpyInstance;
  const everything: (string | Grant)[] = ['gadget.read', 'gadget.update', 'maker.read'];

  beforeAll(async () => {
    api = await bootApi({ features: [GadgetsModule] });
    await createGadgetTables(api.database.ownerUrl);
    rows = await GadgetRows.open(api.database.ownerUrl);
    [ours, theirs] = [await rows.organization('Ours'), await rows.organization('Theirs')];
    const maker = await rows.insert('maker', ours, { name: 'Maker "one"', country: 'DE' });
    gadget = await rows.insert('gadget', ours, {
      name: 'Ünïcode \u2028 \\ "quoted" \u{1f600}', remark: 'a\nb\tc\u0007', status: 'ACTIVE', rank: 7, units: '9007199254740993', weight: 1e21, active: true, due_on: '2026-02-28',
      seen_at: '2026-03-01T10:00:00.1239+02:00', facts: { b: [1, null, 1.5, 'x'], a: { deep: '\u0001' } }, tags: ['a', 'b,"c"'], price_minor: 5, maker_id: maker,
      reasons: JSON.stringify([{ text: 'one', points: 2 }, { text: 'two', points: null }]),
    });
    for (let index = 0; index < 12; index++) {
      const id = await rows.insert('gadget', ours, { name: `gadget ${index % 5}`, rank: index % 4 || null, weight: index / 7, maker_id: index % 3 ? maker : null, created_at: `2026-01-0${1 + index % 3}T00:00:00Z` });
      await rows.insert('gadget_part', ours, { gadget_id: id, position: index, title: `part ${index}`, maker_id: maker });
    }
    passed = jest.spyOn(Reader.prototype, 'rawText');
  });
  beforeEach(() => passed.mockClear());
  afterAll(async () => {
    await rows.close();
    await api.close();
  });

  const post = (query: string, variables: object = {}, caller: Partial<Caller> = {}, operationName?: string): Promise<{ status: number; body: string }> => new Promise((done, fail) => {
    const token = Buffer.from(JSON.stringify({ organizationId: ours, grants: everything, ...caller })).toString('base64');
    const outgoing = request(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() })).on('error', fail);
    });
    outgoing.on('error', fail).end(JSON.stringify({ query, variables, ...(operationName ? { operationName } : {}) }));
  });

  /** The same request executed by graphql-js. */
  async function executed(...args: Parameters<typeof post>): ReturnType<typeof post> {
    const turned = jest.spyOn(api.app.nest.get(PassThrough, { strict: false }), 'answer').mockResolvedValue(null);
    try {
      return await post(...args);
    } finally {
      turned.mockRestore();
    }
  }

  const withoutIds = (body: string): unknown => JSON.parse(body.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')) as unknown;

  const ALL = `id version createdAt name note status rank units weight active dueOn seenAt facts tags price { amountMinor currency __typename } reasons { text points }
    loudName hiddenFields maker { id name parent { name } } parts { title maker { name } } helpers { name } __typename`;
  const documents: [string, string, object?, Partial<Caller>?][] = [
    ['a list with everything', `{ gadgets { nodes { ${ALL} } edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount __typename } }`],
    ['one record', `query ($id: ID!) { gadget(id: $id) { ${ALL} } }`, {}],
    ['aliases everywhere', '{ a: gadgets(first: 2) { n: nodes { name: status status: name i: id p: price { c: currency amountMinor: currency } maker { id: name x: id } } e: edges { c: cursor node: node { z: id } } i: pageInfo { h: hasNextPage } t: totalCount } b: gadgets(first: 1) { nodes { id } } }'],
    ['two aliases of a list below', '{ makers { nodes { a: gadgets(first: 1) { nodes { id } } b: gadgets(first: 2, sort: [{ field: NAME, direction: DESC }]) { nodes { id name } totalCount } } } }'],
    ['fragments and directives', `query ($yes: Boolean!, $no: Boolean!) { gadgets(first: 3) { nodes { ...Some ... @include(if: $no) { rank } ... on Gadget { maker { ...Who } } name @skip(if: $yes) } } }
      fragment Some on Gadget { id status @include(if: $yes) maker { country } } fragment Who on Maker { name __typename }`, { yes: true, no: false }],
    ['filters, sorts and pages by variables', 'query ($f: GadgetFilter, $s: [GadgetSort!], $n: Int!) { gadgets(filter: $f, sort: $s, first: $n) { nodes { id name rank } pageInfo { hasNextPage endCursor } totalCount } }',
      { f: { or: [{ rank: { in: [1, 2] } }, { units: { eq: '9007199254740993' } }, { seenAt: { lt: '2026-01-01T00:00:00Z' } }], not: { name: { contains: 'GADGET 3' } } }, s: [{ field: 'RANK', direction: 'DESC' }, { field: 'NAME' }], n: 4 }],
    ['literals', '{ gadgets(filter: { status: { in: [ACTIVE, DRAFT] }, dueOn: { gte: "2026-01-01" }, priceMinor: { gte: "5" } }, first: 5) { nodes { id dueOn } } }'],
    ['search', '{ gadgets(search: "gadget 1") { nodes { name } totalCount } }'],
    ['several root fields', '{ gadgets(first: 1) { totalCount } makers { nodes { name } } g: gadgets(first: 1, sort: [{ field: NAME }]) { nodes { name } } }'],
    ['nothing found', '{ gadgets(filter: { name: { eq: "nobody" } }) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }'],
    ['another organization', '{ gadgets { nodes { id } totalCount } }', {}, {}],
    ['hidden fields and rows', '{ gadgets { nodes { id hiddenFields name price { amountMinor } maker { name } parts { title } } } }', {},
      { grants: ['gadget.read', { permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'DENY', fields: ['price', 'parts'] }] }],
    ['only a type name below', '{ gadgets { __typename pageInfo { __typename } } }'],
  ];

  it.each(documents)('%s: the same values both ways', async (name, document, variables = {}, caller = {}) => {
    const given = document.includes('gadget(id') ? { id: gadget } : variables;
    const who = name === 'another organization' ? { organizationId: theirs } : caller;
    const [text, execution] = [await post(document, given, who), await executed(document, given, who)];
    expect(passed).toHaveBeenCalledTimes(1);
    expect(text.status).toBe(200);
    expect(JSON.stringify(JSON.parse(text.body))).toBe(execution.body);
    expect(JSON.parse(text.body)).not.toHaveProperty('errors');
    // And again from the plan that is kept.
    expect(await post(document, given, who)).toEqual(text);
  });

  it('sends one statement for a query, whatever it holds', async () => {
    const before = (await rows.query<{ calls: number }>(`SELECT count(*)::int AS calls FROM pg_stat_activity WHERE application_name = 'throughline read'`))[0]?.calls;
    await post(`{ gadgets { nodes { ${ALL} } totalCount } makers { nodes { gadgets { nodes { id } } } } }`);
    expect(passed).toHaveBeenCalledTimes(1);
    expect(passed.mock.calls[0]?.[1]).toMatchObject({ text: expect.stringMatching(/^SELECT \(SELECT .* AS r0, \(SELECT .* AS r1$/s) as unknown });
    expect(before).toBeGreaterThan(0);
  });

  const refused: [string, string, object, Partial<Caller>, string][] = [
    ['a missing record', 'query ($id: ID!) { gadget(id: $id) { id } }', { id: newId() }, {}, 'NOT_FOUND'],
    ['a missing record beside another', 'query ($id: ID!, $other: ID!) { gadget(id: $id) { id } found: gadget(id: $other) { id } }', { id: newId() }, {}, 'NOT_FOUND'],
    ['an id that is none', '{ gadget(id: "x") { id } }', {}, {}, 'NOT_FOUND'],
    ['no permission', '{ gadgets { nodes { id } } }', {}, { grants: ['maker.read'] }, 'FORBIDDEN'],
    ['no permission for one of two', '{ gadgets { nodes { id } } makers { nodes { id } } }', {}, { grants: ['maker.read'] }, 'FORBIDDEN'],
    ['a filter by a hidden field', '{ gadgets(filter: { rank: { eq: 1 } }) { nodes { id } } }', {}, { grants: ['gadget.read', { permission: 'gadget.read', scope: 'OWN', effect: 'DENY', fields: ['rank'] }] }, 'FORBIDDEN'],
    ['a bad cursor', '{ gadgets(after: "x") { nodes { id } } }', {}, {}, 'VALIDATION_FAILED'],
    ['a cursor with a bad value', `{ gadgets(after: "${Buffer.from(JSON.stringify(['-createdAt', 'x', newId()])).toString('base64url')}") { nodes { id } } }`, {}, {}, 'VALIDATION_FAILED'],
    ['an ended session', '{ gadgets { nodes { id } } }', {}, { sessionId: newId() }, 'UNAUTHENTICATED'],
  ];

  it.each(refused)('%s: the same refusal both ways', async (_, document, variables, caller, code) => {
    const given = document.includes('$other') ? { ...variables, other: gadget } : variables;
    const [first, second] = [await post(document, given, caller), await executed(document, given, caller)];
    expect(withoutIds(first.body)).toEqual(withoutIds(second.body));
    expect(first.status).toBe(second.status);
    expect((JSON.parse(first.body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(code);
  });

  it('reads again when rights have changed, also from a kept plan', async () => {
    const document = '{ gadgets { totalCount } }';
    await post(document);
    const { reloaded } = api.app.nest.get(BelievingAuthenticator, { strict: false });
    reloaded.splice(0);
    const answer = await post(document, {}, { accessVersion: '-1' });
    // Nothing is left of the rights: not even the field itself may be read any more.
    expect(JSON.parse(answer.body)).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(reloaded.length).toBeGreaterThan(0);
  });

  it.each([
    ['a field of TypeScript', '{ gadgets(first: 2, sort: [{ field: NAME }]) { nodes { label l: label } } }', { gadgets: { nodes: [{ label: 'gadget 0/null', l: 'gadget 0/null' }, { label: 'gadget 0/1', l: 'gadget 0/1' }] } }],
    ['a field of a resolver', '{ gadgets(filter: { rank: { eq: 7 } }) { nodes { remote } } }', { gadgets: { nodes: [{ remote: 'is ACTIVE' }] } }],
    ['a field that is no read', '{ greeting gadgets(filter: { rank: { eq: 7 } }) { nodes { status } } }', { greeting: 'hello', gadgets: { nodes: [{ status: 'ACTIVE' }] } }],
  ])('leaves %s to graphql-js', async (_, document, data) => {
    expect(JSON.parse((await post(document)).body)).toEqual({ data });
    expect(passed).not.toHaveBeenCalled();
  });

  it('picks the operation that is asked for', async () => {
    const document = 'query A { gadgets { totalCount } } query B { makers { nodes { name } } }';
    expect(JSON.parse((await post(document, {}, {}, 'B')).body)).toEqual({ data: { makers: { nodes: [{ name: 'Maker "one"' }] } } });
    expect(JSON.parse((await post(document, {}, {}, 'A')).body)).toEqual({ data: { gadgets: { totalCount: 13 } } });
  });

  it('answers the record of a mutation with aliases', async () => {
    const { body } = await post('mutation ($id: ID!) { touchGadget(id: $id) { it: gadget { status: rank rank: status maker { name: country } } errors { code } } }', { id: gadget });
    expect(JSON.parse(body)).toEqual({ data: { touchGadget: { it: { status: 7, rank: 'ACTIVE', maker: { name: 'DE' } }, errors: [] } } });
  });
});
