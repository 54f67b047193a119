import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';

const FIELDS = 'version name currency currencyLockedBecause timeZone brandColour accentColour logoText senderAddress logo handOffMinutes businessHours { day opens closes } holidays { date name } numberPrefixes { record prefix }';
const READ = `{ organizationSettings { id ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateOrganizationSettingsInput!) { updateOrganizationSettings(input: $input) { organizationSettings { ${FIELDS} } errors { code message path details } } }`;
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Settings {
  organizationSettings: { id: string; version: number; name: string; currency: string; businessHours: object[]; logo: string | null; numberPrefixes: { record: string; prefix: string }[] };
}
interface Updated {
  updateOrganizationSettings: { organizationSettings: Settings['organizationSettings'] | null; errors: { code: string; message: string; path: string[] }[] };
}

describe('organization settings', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let member: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    admin = await signInAs(api, agency.users.ADMIN.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    elsewhere = await signInAs(api, other.users.ADMIN.email);
  });
  afterAll(() => setUp?.close());

  const version = async (): Promise<number> => (await admin.ask<Settings>(READ)).organizationSettings.version;
  const update = async (changes: object): Promise<Updated['updateOrganizationSettings']> =>
    (await admin.send<Updated>(UPDATE, { input: { version: await version(), ...changes } })).data!.updateOrganizationSettings;

  it('begin with a working week', async () => {
    const { organizationSettings } = await member.ask<Settings>(READ);
    expect(organizationSettings).toMatchObject({ id: agency.id, version: 1, name: 'Agency', currency: 'USD', currencyLockedBecause: null, timeZone: 'UTC', logo: null, holidays: [], handOffMinutes: 480 });
    expect(organizationSettings.businessHours).toHaveLength(5);
    expect(organizationSettings.numberPrefixes.map(({ prefix }) => prefix)).toEqual(['DEAL', 'QUO', 'TIC', 'PRJ']);
  });

  it('are changed by administrators, in their own organization', async () => {
    await update({ handOffMinutes: 60 });
    const input = { version: 2, name: ' North  Star ', timeZone: 'Europe/Madrid', currency: 'eur', brandColour: '#1F4B99', logoText: 'NS', holidays: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-01-01', name: 'New Year' }] };
    // There is one page of settings each: whoever comes from elsewhere meets their own, which nobody has changed yet.
    const { updateOrganizationSettings } = await expectFourCallers<Updated>({ api, operation: UPDATE, variables: { input }, right: admin, wrongPerson: member, wrongOrganization: elsewhere, codes: { wrongOrganization: 'CONFLICT' } });
    expect(updateOrganizationSettings.organizationSettings).toMatchObject({
      version: 3, name: 'North Star', timeZone: 'Europe/Madrid', currency: 'EUR', brandColour: '#1f4b99', logoText: 'NS', handOffMinutes: 60,
      holidays: [{ date: '2026-01-01', name: 'New Year' }, { date: '2026-12-25', name: 'Christmas' }],
    });
    expect(await admin.ask('{ organization { name currency timeZone } }')).toEqual({ organization: { name: 'North Star', currency: 'EUR', timeZone: 'Europe/Madrid' } });
    const kinds = await owner.query("SELECT kind, subject_id FROM event WHERE organization_id = $1 AND kind = 'organization.updated'", [agency.id]);
    expect(kinds.rows).toHaveLength(2);
  });

  it('say where mails come from', async () => {
    expect((await update({ senderAddress: 'Hello@Ours.example' })).organizationSettings).toMatchObject({ senderAddress: 'hello@ours.example' });
    expect((await update({ senderAddress: null })).organizationSettings).toMatchObject({ senderAddress: null });
  });

  it('show nobody a logo that was not drawn anew', async () => {
    const { organizationSettings } = await update({ logo: `data:image/png;base64,${Buffer.concat([Buffer.from(DOT, 'base64'), Buffer.from('stowaway')]).toString('base64')}` });
    expect(organizationSettings?.logo).toMatch(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/=]+$/);
    expect(Buffer.from(organizationSettings!.logo!.split(',')[1]!, 'base64').toString('latin1')).not.toContain('stowaway');
    expect((await update({ logo: null })).organizationSettings?.logo).toBeNull();
  });

  it('give numbers their prefixes without counting anew', async () => {
    const numbers = async (): Promise<string> => (await owner.query<{ n: string }>("SELECT app.number_prefix($1, 'DEAL') || app.take_numbers($1, 'DEAL', 1) AS n", [agency.id])).rows[0]!.n;
    expect(await numbers()).toBe('DEAL1001');
    expect((await update({ numberPrefixes: [{ record: 'DEAL', prefix: 'ORDER' }] })).errors).toEqual([]);
    expect(await numbers()).toBe('ORDER1002');
  });

  it.each([
    ['a currency nobody uses', { currency: 'ZZZ' }, 'currency'],
    ['a zone that is an offset', { timeZone: '+02:00' }, 'timeZone'],
    ['a zone that does not exist', { timeZone: 'Europe/Nowhere' }, 'timeZone'],
    ['a colour by name', { brandColour: 'blue' }, 'brandColour'],
    ['a logo that is no image', { logo: Buffer.from('<svg/>').toString('base64') }, 'logo'],
    ['a sender with a name', { senderAddress: 'Us <us@ours.example>' }, 'senderAddress'],
    ['an empty name', { name: ' ' }, 'name'],
    ['times that are none', { businessHours: [{ day: 'MONDAY', opens: '9', closes: '17:00' }] }, 'businessHours.0.opens'],
    ['work that ends before it begins', { businessHours: [{ day: 'MONDAY', opens: '17:00', closes: '09:00' }] }, 'businessHours.0.closes'],
    ['overlapping times', { businessHours: [{ day: 'MONDAY', opens: '09:00', closes: '12:00' }, { day: 'MONDAY', opens: '11:00', closes: '13:00' }] }, 'businessHours.1'],
    ['a day off twice', { holidays: [{ date: '2026-01-01', name: 'A' }, { date: '2026-01-01', name: 'B' }] }, 'holidays.1.date'],
    ['a prefix of digits', { numberPrefixes: [{ record: 'QUOTE', prefix: 'Q1' }] }, 'numberPrefixes.0.prefix'],
    ['a prefix of another kind', { numberPrefixes: [{ record: 'QUOTE', prefix: 'TIC' }] }, 'numberPrefixes.0.prefix'],
  ])('refuse %s', async (_, changes, path) => {
    expect((await update(changes)).errors).toEqual([expect.objectContaining({ code: 'VALIDATION_FAILED', path: path.split('.') })]);
  });

  it('keep the currency once there are amounts in it, and say why', async () => {
    await admin.ask('mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } errors { code } } }', {
      input: { sku: 'W-1', name: 'Website', price: { amountMinor: '100000', currency: 'EUR' } },
    });
    expect((await admin.ask<{ organizationSettings: object }>(READ)).organizationSettings).toMatchObject({ currencyLockedBecause: 'There are products with amounts in the present currency.' });
    expect((await update({ currency: 'USD' })).errors).toEqual([expect.objectContaining({ code: 'PRECONDITION_FAILED', path: ['currency'], message: expect.stringContaining('stays EUR') as string })]);
    expect((await update({ currency: 'EUR', name: 'Same' })).errors).toEqual([]);
  });

  it('are not for clients', async () => {
    const client = await signInAs(api, (await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() })).email);
    expect(codesOf(await client.send(READ))).toEqual(['FORBIDDEN']);
  });
});
