import type { MailTexts } from '@throughline/platform/mail';

export const passwordResetMail: MailTexts<{ organization: string; name: string; url: string; span: string }> = {
  en: ({ organization, name, url, span }) => ({
    subject: `Choose a new password for ${organization}`,
    greeting: `Hello ${name},`,
    paragraphs: ['Somebody asked for a new password for your account. If it was you, choose one here.'],
    action: { label: 'Choose a new password', url },
    notes: [`The link works once, for ${span}.`, 'If it was not you, you need not do anything: your password stays as it is.'],
  }),
};

export const passwordChangedMail: MailTexts<{ organization: string; name: string; url: string }> = {
  en: ({ organization, name, url }) => ({
    subject: `Your password for ${organization} was changed`,
    greeting: `Hello ${name},`,
    paragraphs: ['The password of your account was changed a moment ago, and you were signed out everywhere else.'],
    action: { label: 'It was not me', url },
    notes: ['If it was you, you need not do anything. If not, choose a new password at once and tell an administrator of your organization.'],
  }),
};
