import { IDP_CERTIFICATE } from '../../../../apps/api/test/support/saml-keys.js';
import { signInAs } from '../../../../libs/testing/api/session.js';
import { testCode } from '../../../../libs/testing/second-factor.js';
import { EvenAnswers } from '../../../../libs/identity/links/index.js';
import { PASSWORD, type Person, type Stage } from '../stage.js';
import type { Deeds } from './deed.js';

/** As somebody who is not signed in. */
const nobody = (stage: Stage): Person => ({ ...stage.cast.doer, api: stage.stranger() });
const settled = (stage: Stage): Promise<void> => stage.world.api.app.nest.get(EvenAnswers, { strict: false }).settled();

/** What changes how somebody gets in; the list of people shows when they last did. */
export const signInDeeds: Deeds = {
  signIn: async (stage) => stage.do('signIn', { email: (await stage.colleague()).email, password: PASSWORD }, nobody(stage)),
  confirmSignIn: async (stage) => {
    const { email } = await enrolled(stage);
    const browser = nobody(stage);
    const { challenge } = (await stage.do('signIn', { email, password: PASSWORD }, browser)) as { challenge: { token: string } };
    await stage.behind('UPDATE second_factor SET last_step = NULL');
    await stage.do('confirmSignIn', { challenge: challenge.token, code: testCode(secrets.get(email)) }, browser);
  },
  signInWithLink: async (stage) => {
    const email = `client${stage.text('').trim()}@bakery.example`;
    await stage.make('createUser', { name: stage.text('Client'), email, tier: 'CLIENT', customerId: stage.places.customer, roles: [{ roleId: stage.world.agency.roles.CLIENT_MEMBER }], password: PASSWORD });
    await stage.do('requestSignInLink', { email }, nobody(stage));
    await settled(stage);
    await stage.do('signInWithLink', { token: await stage.token(email) }, nobody(stage));
  },
  resetPassword: async (stage) => {
    const { email } = await stage.colleague();
    await stage.do('requestPasswordReset', { email }, nobody(stage));
    await settled(stage);
    await stage.do('resetPassword', { token: await stage.token(email), password: `${PASSWORD} again` }, nobody(stage));
  },
  register: async (stage) => {
    await policy(stage, { selfRegistration: true });
    const email = `rosalind${stage.text('').trim()}@elsewhere.example`;
    await stage.do('register', { organization: stage.world.agency.slug, name: stage.text('Rosalind'), email }, nobody(stage));
    await settled(stage);
    await policy(stage, { selfRegistration: false });
  },
  changePassword: async (stage) => {
    const person = await stage.present(await stage.colleague());
    await stage.do('changePassword', { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` }, person);
  },
  confirmSecondFactor: (stage) => enrolled(stage),
  removeSecondFactor: async (stage) => stage.do('removeSecondFactor', undefined, await enrolled(stage)),
  resetSecondFactor: async (stage) => stage.do('resetSecondFactor', { userId: (await enrolled(stage)).id }),
};

const secrets = new Map<string, string>();

/** Somebody who set up an authenticator. */
async function enrolled(stage: Stage): Promise<Person> {
  const person = await stage.present(await stage.colleague());
  const { enrolment } = (await stage.do('beginSecondFactor', undefined, person)) as { enrolment: { secret: string } };
  secrets.set(person.email, enrolment.secret);
  await stage.do('confirmSecondFactor', { code: testCode(enrolment.secret) }, person);
  return person;
}

async function policy(stage: Stage, changes: object): Promise<void> {
  const { securityPolicy: { version } } = await stage.ask<{ securityPolicy: { version: number } }>('{ securityPolicy { version } }');
  await stage.do('updateSecurityPolicy', { version, ...changes });
}

export const securityDeeds: Deeds = {
  updateSecurityPolicy: (stage) => policy(stage, { passwordHistory: 3 }),
  updateSecurityThreshold: (stage) => stage.do('updateSecurityThreshold', { key: 'EXPORTED', most: 50, minutes: 15, active: true, version: 0 }),
  updateHistoryRetention: async (stage) => {
    const { historyRetention: { version } } = await stage.ask<{ historyRetention: { version: number } }>('{ historyRetention { version } }');
    await stage.do('updateHistoryRetention', { version, days: 3650 });
  },
  eraseFromHistory: async (stage) => {
    const { id } = await stage.colleague();
    await stage.do('deactivateUser', { id, leaveRecords: true });
    await stage.do('eraseFromHistory', { kind: 'USER', id, reason: stage.text() });
  },
  rotateSignInProviderKey: async (stage) => {
    const id = await stage.make('createSignInProvider', { kind: 'SAML', name: stage.text('Provider'), issuer: 'https://saml.example', signInAddress: 'https://saml.example/sso', certificates: [IDP_CERTIFICATE], emailDomains: ['saml.example'] });
    await stage.do('rotateSignInProviderKey', { id });
  },
  decideAccessReview: async (stage) => {
    const { id } = await stage.colleague();
    await stage.do('decideAccessReview', { id: await stage.value('SELECT id FROM user_role WHERE user_id = $1', id), decision: 'REVOKED' });
  },
  decideDevice: (stage) => stage.do('decideDevice', { id: stage.world.facts.device, decision: 'APPROVE' }),
  createApiKey: (stage) => apiKey(stage),
  rotateApiKey: async (stage) => stage.do('rotateApiKey', { id: await apiKey(stage), graceMinutes: 5 }),
  revokeApiKey: async (stage) => stage.do('revokeApiKey', { id: await apiKey(stage) }),
  createSignInProvider: (stage) => provider(stage),
  updateSignInProvider: async (stage) => stage.do('updateSignInProvider', { id: await provider(stage), name: stage.text('Provider') }),
  deleteSignInProvider: async (stage) => stage.do('deleteSignInProvider', { id: await provider(stage) }),
  retryOutgoingMail: async (stage) => {
    const { email } = await stage.colleague();
    const { refusals } = stage.world.mails;
    refusals.set(email, 550);
    await stage.do('requestPasswordReset', { email }, nobody(stage));
    await settled(stage);
    refusals.delete(email);
    await stage.do('retryOutgoingMail', { id: await stage.value(`SELECT id FROM outgoing_mail WHERE recipient = $1 AND status = 'FAILED'`, email) });
  },
  unmaskField: async (stage) => stage.do('unmaskField', { subject: 'lead', recordId: await stage.lead({ email: 'lena@elsewhere.example' }), field: 'email' }),
};

const apiKey = (stage: Stage): Promise<string> =>
  stage.make('createApiKey', { name: stage.text('Key'), expiresAt: stage.moment(1), grants: [{ permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW' }] });
const provider = (stage: Stage): Promise<string> => stage.make('createSignInProvider', { kind: 'OIDC', name: stage.text('Provider'), issuer: 'https://identity.example', clientId: 'probe' });

/** Sessions of somebody made for it. */
export const sessionDeeds: Deeds = {
  signOut: async (stage) => stage.do('signOut', undefined, await someone(stage)),
  refreshSession: async (stage) => stage.do('refreshSession', {}, await someone(stage)),
  endSession: async (stage) => {
    const { id } = await someone(stage);
    await stage.do('endSession', { id: await stage.value('SELECT id FROM session WHERE user_id = $1', id) });
  },
  endOtherSessions: async (stage) => {
    const person = await someone(stage);
    await signInAs(stage.world.api, person.email, PASSWORD);
    await stage.do('endOtherSessions', undefined, person);
  },
  endSessionsOf: async (stage) => stage.do('endSessionsOf', { userId: (await someone(stage)).id }),
};

const someone = async (stage: Stage): Promise<Person> => stage.present(await stage.colleague());
