import { senderAddress } from './organization-settings.rules.js';

describe('the address mails come from', () => {
  it('is of a domain the mail server sends for, or of any while there is no server', () => {
    expect(senderAddress(' Hello@Studio.example ', ['agency.example', 'studio.example'])).toBe('hello@studio.example');
    expect(senderAddress('hello@elsewhere.example', null)).toBe('hello@elsewhere.example');
    expect(senderAddress(null, ['agency.example'])).toBeNull();
    expect(senderAddress(undefined, ['agency.example'])).toBeUndefined();
  });

  it.each([
    ['hello@elsewhere.example', 'The mail server sends for agency.example, studio.example only. Whoever runs it can add a domain (MAIL_SENDER_DOMAINS).'],
    // The domain is what stands behind the last @.
    ['hello@agency.example@elsewhere.example', 'Write a bare e-mail address: hello@agency.example.'],
    ['hello@sub.agency.example', 'The mail server sends for agency.example, studio.example only. Whoever runs it can add a domain (MAIL_SENDER_DOMAINS).'],
    ['Hello <hello@agency.example>', 'Write a bare e-mail address: hello@agency.example.'],
    ['hello@agency.example\r\nBcc: all@agency.example', 'Write a bare e-mail address: hello@agency.example.'],
    ['', 'Write a bare e-mail address: hello@agency.example.'],
  ])('is not %j', (address, message) => {
    expect(() => senderAddress(address, ['agency.example', 'studio.example'])).toThrow(expect.objectContaining({ problems: [{ code: 'VALIDATION_FAILED', path: ['senderAddress'], message }] }) as Error);
  });
});
