import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProductSchema } from '../src/product-schema.js';
import { triedOperations } from './support/tried-operations.js';

const ROOT = join(import.meta.dirname, '../../..');

/** Mutations that the four callers do not fit, with the suite that tries who may and who may not. */
const OTHERWISE: Readonly<Record<string, string>> = {
  signIn: 'Everybody may try; auth.spec.ts: wrong passwords, locked accounts, other organizations.',
  refreshSession: 'Whoever holds the token; auth.spec.ts: forged, used and foreign tokens.',
  signOut: 'Whoever holds the session, which is all it ends; auth.spec.ts.',
  submitLeadForm: 'Everybody may send a public form; leads.spec.ts and forms.spec.ts: unsigned, early and repeated answers.',
  openQuote: 'Whoever holds the link; sales.spec.ts: wrong links.',
  acceptQuote: 'Whoever holds the link; sales.spec.ts: wrong links, another version, twice.',
  declineQuote: 'Whoever holds the link; sales.spec.ts: wrong links, twice.',
  bulkAssignLeads: 'Skips what the caller may not touch instead of refusing; leads.spec.ts has the four by hand.',
  bulkTagLeads: 'Skips what the caller may not touch instead of refusing; leads.spec.ts has the four by hand.',
  bulkCloseLeads: 'Skips what the caller may not touch instead of refusing; leads.spec.ts has the four by hand.',
  confirmSignIn: 'Whoever holds the challenge; second-factor.spec.ts: wrong, used and foreign codes.',
  beginSignInEnrolment: 'Whoever holds the challenge; second-factor.spec.ts.',
  acceptInvitation: 'Whoever holds the link; invitations.spec.ts: wrong, used, withdrawn and old links.',
  signInWithLink: 'Whoever holds the link; invitations.spec.ts: used and old links, other tiers.',
  resetPassword: 'Whoever holds the link; passwords.spec.ts: wrong, used and old links.',
  requestPasswordReset: 'Everybody may ask and is answered alike; passwords.spec.ts.',
  requestSignInLink: 'Everybody may ask and is answered alike; invitations.spec.ts.',
  signUp: 'Off unless the operator switches it on, for strangers and for three who are signed in; then everybody is answered alike: invitations.spec.ts.',
  register: 'Everybody may ask and is answered alike; invitations.spec.ts: switched off, taken addresses.',
  reauthenticate: 'One\'s own session only; auth.spec.ts and second-factor.spec.ts: wrong passwords and codes.',
  changePassword: 'One\'s own account only; passwords.spec.ts.',
  beginSecondFactor: 'One\'s own account only; second-factor.spec.ts.',
  confirmSecondFactor: 'One\'s own account only; second-factor.spec.ts.',
  renewRecoveryCodes: 'One\'s own account only; second-factor.spec.ts.',
  removeSecondFactor: 'One\'s own account only; second-factor.spec.ts: where the policy demands one.',
  endOtherSessions: 'One\'s own sessions only; sessions.spec.ts.',
  endSession: 'One\'s own sessions, or others\' with the right to; sessions.spec.ts has the four by hand.',
  markAllNotificationsRead: 'One\'s own notifications only; notifications.spec.ts.',
  updateNotificationPreferences: 'One\'s own only; notifications.spec.ts.',
  registerPush: 'One\'s own browsers only; notifications.spec.ts.',
  sendTestNotification: 'Oneself only; notifications.spec.ts.',
  endViewAs: 'One\'s own session only; roles.spec.ts and access-rules.spec.ts.',
};

/** All suites of the repository. */
function suites(): string[] {
  return ['apps/api/test', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.spec.ts')).map((name) => join(ROOT, folder, name)));
}

describe('every mutation of the product', () => {
  let mutations: string[];
  beforeAll(async () => (mutations = Object.keys((await buildProductSchema()).getMutationType()?.getFields() ?? {})));

  it('is tried by nobody, the wrong person, the wrong organization and the right person', () => {
    const tried = suites().map((path) => triedOperations(path, readFileSync(path, 'utf8'))).join('\n');
    expect(mutations.length).toBeGreaterThan(60);
    expect(mutations.filter((name) => !(name in OTHERWISE) && !new RegExp(`\\b${name}\\b`).test(tried))).toEqual([]);
  });

  it('has no exception that is not needed', () => {
    expect(Object.keys(OTHERWISE).filter((name) => !mutations.includes(name))).toEqual([]);
  });
});

describe('which operations a suite tries', () => {
  const tried = (source: string): string => triedOperations('a.spec.ts', source);

  it.each([
    ['written where it is tried', 'it("x", async () => { await expectFourCallers({ api, operation: "mutation { winDeal }" }); });'],
    ['a constant', 'const WIN = "mutation { winDeal }"; it("x", () => expectFourCallers({ operation: WIN }));'],
    ['a constant by the same name', 'it("x", () => { const operation = "winDeal"; return expectFourCallers({ operation }); });'],
    ['made by a helper', 'const of = (name) => `mutation { ${name} }`; it("x", () => expectFourCallers({ operation: of("winDeal") }));'],
    ['a row of a loop', 'it("x", async () => { for (const [name, type] of [["winDeal", "A"]] as const) await expectFourCallers({ operation: of(name, type) }); });'],
    ['a row of a table', 'it.each([["winDeal", "A"]])("%s", async (name, type) => { const operation = of(name, type); await expectFourCallers({ operation }); });'],
  ])('finds one that is %s', (_, source) => {
    expect(tried(source)).toContain('winDeal');
  });

  it.each([
    ['only arranges', 'const WIN = "winDeal"; it("x", async () => { await ask(WIN); await expectFourCallers({ operation: "loseDeal", variables: { input: await made(WIN) } }); });'],
    ['is asked by hand', 'it("x", async () => { await ask("winDeal"); await expectFourCallers({ operation: "loseDeal" }); });'],
    ['stands in another test of the same name', 'it("x", () => { const operation = "winDeal"; return ask(operation); }); it("y", () => { const operation = "loseDeal"; return expectFourCallers({ operation }); });'],
  ])('does not count one that %s', (_, source) => {
    expect(tried(source)).not.toContain('winDeal');
    expect(tried(source)).toContain('loseDeal');
  });
});
