import { type ActorRequest, newId } from '@throughline/platform/kernel';
import { problems, refusal, type SalesTestBed, salesTestBed } from '../testing/test-bed.js';
import { signForm, openForm, TOKEN_LIFETIME_MS } from './form-token.js';
import { HOURLY_LIMITS } from './form-rate-limit.js';
import { MINIMAL_FILL_MS, type SubmitForm } from './lead-form.service.js';

const SECRET = 'a secret of the tests, long enough for anything';
let bed: SalesTestBed;
let formId: string;
beforeAll(async () => {
  bed = await salesTestBed();
  formId = await bed.formSettings.create(bed.manager, 'start-here', {
    title: ' Start  here ', services: [{ key: 'SEO', label: 'Search' }, { key: 'WEB', label: 'Web site' }], source: 'Web form', campaign: 'Spring', departmentId: bed.organization.departments.marketing,
  });
});
afterAll(() => bed.close());

const from = (address: string): ActorRequest => ({ id: newId(), address, userAgent: 'test' });
const STRANGER = from('203.0.113.7');
/** A token of a form opened long enough ago to have been filled in. */
const token = (ageMs = MINIMAL_FILL_MS + 1_000, id = formId, organizationId = bed.organization.id): string => signForm(SECRET, { organizationId, formId: id }, new Date(Date.now() - ageMs));
const answers = (more: Partial<SubmitForm> = {}): SubmitForm => ({ token: token(), name: 'Ana Ruiz', email: 'ANA@example.org', services: ['SEO'], requirements: 'More visitors', ...more });
const leads = (): Promise<Record<string, unknown>[]> => bed.rows('SELECT *, wished_date::text AS wished FROM lead ORDER BY id DESC');

describe('form tokens', () => {
  const form = { organizationId: newId(), formId: newId() };
  const now = new Date('2026-11-21T10:00:00Z');

  it('say what was signed', () => {
    expect(openForm(SECRET, signForm(SECRET, form, now), new Date(now.getTime() + 5_000))).toMatchObject({ ...form, openedAt: now });
    expect(signForm(SECRET, form, now)).not.toBe(signForm(SECRET, form, now));
  });

  const good = signForm(SECRET, form, now);
  const [payload = '', signature = ''] = good.split('.');
  it.each([
    ['another secret', signForm('another secret of the tests, long enough', form, now), 0],
    ['an altered payload', `${Buffer.from(JSON.stringify([newId(), form.formId, now.getTime(), 'x'])).toString('base64url')}.${signature}`, 0],
    ['a cut signature', `${payload}.${signature.slice(0, -2)}`, 0],
    ['a third part', `${good}.x`, 0],
    ['nothing', '', 0],
    ['a flood', 'x'.repeat(10_000), 0],
    ['old age', good, TOKEN_LIFETIME_MS + 1],
    ['the future', good, -1],
  ])('are refused for %s', async (_, text, later) => {
    expect(await refusal(Promise.resolve().then(() => openForm(SECRET, text, new Date(now.getTime() + later))))).toEqual(['VALIDATION_FAILED token']);
  });
});

describe('LeadFormService.open', () => {
  it('shows the form and nothing else, to anybody', async () => {
    const form = await bed.forms.open(STRANGER, 'START-HERE');
    expect(Object.keys(form).sort()).toEqual(['currency', 'fields', 'introduction', 'organizationName', 'services', 'slug', 'thanks', 'title', 'token']);
    expect(form).toMatchObject({ title: 'Start here', organizationName: 'Agency', currency: 'USD', services: [{ key: 'SEO', label: 'Search' }, { key: 'WEB', label: 'Web site' }] });
    expect(form.fields[0]).toEqual({ key: 'name', required: true });
  });

  it('knows no closed or missing form, nor one of a suspended organization', async () => {
    const closed = await bed.formSettings.create(bed.manager, 'closed', { title: 'Closed', active: false, fields: [{ key: 'email', required: true }] });
    const suspended = await bed.formSettings.create(bed.outsider, 'rival-form', { title: 'Rival', fields: [{ key: 'email', required: true }] });
    await bed.rows(`UPDATE organization SET status = 'SUSPENDED' WHERE id = $1`, [bed.other.id]);
    expect(await problems(bed.forms.open(STRANGER, 'closed'))).toEqual(await problems(bed.forms.open(STRANGER, 'rival-form')));
    expect(await refusal(bed.forms.open(STRANGER, 'nowhere'))).toEqual(['NOT_FOUND slug']);
    expect(await refusal(bed.forms.submit(STRANGER, answers({ token: token(5_000, closed) })))).toEqual(['NOT_FOUND token']);
    expect(await refusal(bed.forms.submit(STRANGER, answers({ token: token(5_000, suspended, bed.other.id) })))).toEqual(['UNAUTHENTICATED']);
    await bed.rows(`UPDATE organization SET status = 'ACTIVE' WHERE id = $1`, [bed.other.id]);
  });
});

describe('LeadFormService.submit', () => {
  it('makes a lead with everything that was asked, answers with a number only, and records a stranger\'s event', async () => {
    const answer = await bed.forms.submit(STRANGER, answers({ company: 'Acme', phone: '+1 415 555 0100', wishedDate: '2999-01-31', budget: { amountMinor: 250_000n, currency: 'USD' }, referrer: 'https://search.example', medium: 'PAID' }));
    expect(Object.keys(answer)).toEqual(['reference']);
    expect(answer.reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const [lead] = await leads();
    expect(lead).toMatchObject({
      reference: answer.reference, name: 'Ana Ruiz', email: 'ana@example.org', company: 'Acme', phone: '+14155550100', requested_services: ['SEO'], requirements: 'More visitors', wished: '2999-01-31',
      budget_minor: '250000', source: 'Web form', campaign: 'Spring', medium: 'PAID', referrer: 'https://search.example', form_id: formId, status: 'NEW', owner_id: null,
      department_id: bed.organization.departments.marketing, historical: false,
    });
    const [event] = await bed.events(lead!['id'] as string);
    expect(event).toMatchObject({ kind: 'lead.created', actor_id: null, actor_tier: 'PUBLIC', historical: false });
  });

  it('makes one lead of one form, however often and at once it is sent', async () => {
    const before = (await leads()).length;
    const form = answers();
    const first = await bed.forms.submit(STRANGER, form);
    const again = await Promise.all([1, 2, 3, 4].map(() => bed.forms.submit(from('203.0.113.8'), form)));
    expect(again).toEqual([first, first, first, first]);
    const fresh = answers({ token: token() });
    const [a, b] = await Promise.all([bed.forms.submit(from('203.0.113.9'), fresh), bed.forms.submit(from('203.0.113.9'), fresh)]);
    expect(a).toEqual(b);
    expect(await leads()).toHaveLength(before + 2);
    expect(await refusal(bed.forms.submit(STRANGER, { ...form, name: 'Another' }))).toEqual(['CONFLICT token']);
  });

  it('lets a refused form be mended and sent again', async () => {
    const form = answers({ email: 'nobody' });
    expect(await refusal(bed.forms.submit(from('203.0.113.10'), form))).toEqual(['VALIDATION_FAILED email']);
    expect(await refusal(bed.forms.submit(from('203.0.113.10'), { ...form, email: 'ana@example.org' }))).toEqual([]);
  });

  it.each<[string, Partial<SubmitForm>, string[]]>([
    ['required answers that are missing', { name: '  ', email: null, services: [], requirements: '' }, ['VALIDATION_FAILED name', 'VALIDATION_FAILED email', 'VALIDATION_FAILED services', 'VALIDATION_FAILED requirements']],
    ['a service that is not offered', { services: ['SEO', 'GOLD'] }, ['VALIDATION_FAILED services']],
    ['a date that has passed', { wishedDate: '2020-01-01' }, ['VALIDATION_FAILED wishedDate']],
    ['another currency, or less than nothing', { budget: { amountMinor: 1n, currency: 'EUR' } }, ['VALIDATION_FAILED budget']],
    ['less than nothing', { budget: { amountMinor: -1n, currency: 'USD' } }, ['VALIDATION_FAILED budget']],
    ['a filled trap', { homepage: 'https://spam.example' }, ['VALIDATION_FAILED homepage']],
  ])('refuses %s and writes nothing', async (_, more, expected) => {
    const before = (await leads()).length;
    expect(await refusal(bed.forms.submit(from('203.0.113.11'), answers({ ...more })))).toEqual(expected);
    expect(await leads()).toHaveLength(before);
  });

  it('refuses answers that the form does not ask for', async () => {
    const id = await bed.formSettings.create(bed.manager, 'short', { title: 'Short', fields: [{ key: 'email', required: true }] });
    expect(await refusal(bed.forms.submit(from('203.0.113.12'), { token: token(5_000, id), email: 'a@example.org', company: 'Acme' }))).toEqual(['VALIDATION_FAILED company']);
  });

  it('refuses what was filled in faster than a person can', async () => {
    expect(await refusal(bed.forms.submit(from('203.0.113.13'), answers({ token: token(MINIMAL_FILL_MS - 1_000) })))).toEqual(['PRECONDITION_FAILED']);
  });

  it('counts what an address sends, refused or not, and says when to come back', async () => {
    const spammer = from('203.0.113.14');
    for (let sent = 0; sent < HOURLY_LIMITS.address; sent++) await refusal(bed.forms.submit(spammer, answers({ email: sent % 2 ? 'nobody' : 'a@example.org' })));
    const [problem] = await problems(bed.forms.submit(spammer, answers()));
    expect(problem).toMatchObject({ code: 'RATE_LIMITED' });
    expect(problem!.details!['retryAfter']).toBeGreaterThan(3_500);
    expect(await refusal(bed.forms.submit(from('203.0.113.15'), answers()))).toEqual([]);
    expect(JSON.stringify(await bed.rows(`SELECT encode(key, 'escape') AS key FROM lead_form_hit`))).not.toContain('203.0.113');
  });

  it('takes nothing from a caller\'s own rights or keys', async () => {
    const request: ActorRequest = { ...from('203.0.113.16'), idempotency: { key: 'mine-12345', operation: 'submitLeadForm', digest: 'x' } };
    const [first, second] = [await bed.forms.submit(request, answers()), await bed.forms.submit(request, answers())];
    expect(first.reference).not.toBe(second.reference);
  });
});

describe('LeadFormSettingsService', () => {
  it('updates with version and right, and keeps addresses unique', async () => {
    const id = await bed.formSettings.create(bed.manager, 'edited', { title: 'Edited', fields: [{ key: 'email', required: true }] });
    await bed.formSettings.update(bed.manager, id, 1, { title: 'Better', active: false });
    expect((await bed.events(id)).map((event) => [event.kind, event.changes['title']])).toEqual([['leadForm.created', { before: null, after: 'Edited' }], ['leadForm.updated', { before: 'Edited', after: 'Better' }]]);
    expect(await refusal(bed.formSettings.update(bed.manager, id, 1, { title: 'Stale' }))).toEqual(['CONFLICT version']);
    expect(await refusal(bed.formSettings.update(bed.outsider, id, 2, { title: 'x' }))).toEqual(['NOT_FOUND id']);
    expect(await refusal(bed.formSettings.update(bed.actor(['leadForm.read']), id, 2, { title: 'x' }))).toEqual(['FORBIDDEN']);
    expect(await refusal(bed.formSettings.create(bed.actor(['leadForm.read']), 'nope', { title: 'x' }))).toEqual(['FORBIDDEN departmentId']);
    await expect(bed.formSettings.create(bed.outsider, 'edited', { title: 'Theirs', fields: [{ key: 'email', required: true }] })).rejects.toMatchObject({ code: '23505' });
  });

  it.each<[string, Parameters<SalesTestBed['formSettings']['create']>[2], string]>([
    ['nobody', { title: 'x', fields: [{ key: 'requirements', required: true }] }, 'fields'],
    ['a question twice', { title: 'x', fields: [{ key: 'email', required: true }, { key: 'email', required: false }] }, 'fields'],
    ['a service twice', { title: 'x', services: [{ key: 'A', label: 'A' }, { key: 'A', label: 'B' }] }, 'services'],
    ['services without any', { title: 'x', fields: [{ key: 'email', required: true }, { key: 'services', required: true }] }, 'services'],
  ])('refuses a form that asks for %s', async (_, facts, path) => {
    expect(await refusal(bed.formSettings.create(bed.manager, `bad-${newId().slice(-8)}`, facts))).toEqual([`VALIDATION_FAILED ${path}`]);
  });
});
