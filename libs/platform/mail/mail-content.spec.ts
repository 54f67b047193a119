import { spanInWords } from './in-words.js';
import { inLook, type MailTexts, renderMail } from './mail-content.js';

const texts: MailTexts<{ organization: string; name: string }> = {
  en: ({ organization, name }) => ({
    subject: `${name} writes to ${organization}`,
    greeting: `Hello ${name},`,
    paragraphs: ['One sentence.'],
    action: { label: 'Go on', url: 'https://crm.example/invitation#a&b' },
    notes: ['The link works for 7 days.'],
  }),
};

describe('the content of a mail', () => {
  it('says the same as text and as HTML, with its one link', () => {
    const { subject, text, html } = renderMail(texts, { organization: 'Agency', name: 'Ada' });
    expect(subject).toBe('Ada writes to Agency');
    expect(text).toBe('Hello Ada,\n\nOne sentence.\n\nGo on:\nhttps://crm.example/invitation#a&b\n\nThe link works for 7 days.\n\nAgency\n');
    for (const part of ['Hello Ada,', 'One sentence.', 'href="https://crm.example/invitation#a&amp;b"', 'The link works for 7 days.', '<html lang="en">']) expect(html).toContain(part);
  });

  it('lets no name become markup or a second header', () => {
    const { subject, html } = renderMail(texts, { organization: '<b>"&\'', name: 'Ada\r\nBcc: x@y.example' });
    expect(subject).toBe('Ada Bcc: x@y.example writes to <b>"&\'');
    expect(html).toContain('&lt;b&gt;&quot;&amp;&#39;');
    expect(html).not.toContain('<b>');
  });

  it('looks like its sender: the name on top, the colour on the button, with text that can be read', () => {
    const { html } = renderMail(texts, { organization: 'Agency', name: 'Ada' });
    expect(inLook(html, { name: 'A <b> & C', colour: null })).toContain('A &lt;b&gt; &amp; C</p>');
    expect(inLook(html, { name: 'Agency', colour: null })).toContain('background:#1f4fd8;color:#ffffff');
    expect(inLook(html, { name: 'Agency', colour: '#ffd500' })).toContain('background:#ffd500;color:#000000');
    expect(inLook(html, { name: 'Agency', colour: '#102030' })).toContain('background:#102030;color:#ffffff');
    expect(inLook(html, { name: '', colour: null })).not.toContain('<!--look-->');
  });

  it.each([[1, '1 minute'], [15, '15 minutes'], [60, '1 hour'], [90, '90 minutes'], [1440, '1 day'], [10_080, '7 days']])('%i minutes are %s', (minutes, words) => {
    expect(spanInWords(minutes)).toBe(words);
  });
});
