/** Domains where anybody has an address: they say nothing about a company. */
const MAIL_PROVIDERS = new Set([
  'gmail.com', 'googlemail.com', 'yahoo.com', 'yahoo.co.uk', 'yahoo.co.in', 'hotmail.com', 'outlook.com', 'live.com', 'msn.com', 'icloud.com',
  'me.com', 'aol.com', 'gmx.com', 'gmx.de', 'gmx.net', 'web.de', 'mail.com', 'mail.ru', 'yandex.ru', 'yandex.com', 'proton.me', 'protonmail.com',
  'rediffmail.com', 'qq.com', '163.com', '126.com',
]);

/** Whether a domain hands out addresses to everybody. */
export function isMailProvider(domain: string): boolean {
  return MAIL_PROVIDERS.has(domain.toLowerCase());
}
