import type { MailTexts } from '@throughline/platform/mail';

/** What the mails of this folder say something about. */
interface LinkFacts {
  organization: string;
  name: string;
  url: string;
  span: string;
}

export const invitationMail: MailTexts<LinkFacts & { inviter: string | null }> = {
  en: ({ organization, name, url, span, inviter }) => ({
    subject: `${organization} invites you`,
    greeting: `Hello ${name},`,
    paragraphs: [inviter ? `${inviter} has made an account for you at ${organization}.` : `There is an account for you at ${organization}.`, 'Choose a password and you are in.'],
    action: { label: 'Accept the invitation', url },
    notes: [`The link works once, for ${span}. If it has expired, ask for a new invitation.`, 'If you do not know what this is about, you can ignore this mail.'],
  }),
};

export const registrationMail: MailTexts<LinkFacts> = {
  en: ({ organization, name, url, span }) => ({
    subject: `Confirm your account at ${organization}`,
    greeting: `Hello ${name},`,
    paragraphs: [`You asked for an account at ${organization}. Choose a password to confirm that this address is yours.`],
    action: { label: 'Confirm and choose a password', url },
    notes: [`The link works once, for ${span}.`, 'If it was not you, you can ignore this mail: without the link nobody gets in.'],
  }),
};

export const signInLinkMail: MailTexts<LinkFacts> = {
  en: ({ organization, name, url, span }) => ({
    subject: `Your sign-in link for ${organization}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Here is the link to sign in that you asked for.'],
    action: { label: 'Sign in', url },
    notes: [`The link works once, for ${span}. Send it on to nobody: it lets its reader in as you.`, 'If it was not you who asked, you can ignore this mail.'],
  }),
};
