import type { MailBody } from './outgoing-mail.js';

/** What a mail says, before it has a form. */
export interface MailContent {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** After the link: how long it works, what to do if it was a mistake. */
  notes?: readonly string[];
}

/** Languages that mails are written in. */
export type MailLanguage = 'en';

/** The words of one mail in every language: a further language is a further function. */
export type MailTexts<Facts> = Readonly<Record<MailLanguage, (facts: Facts) => MailContent>>;

/** A mail's subject and both forms of its text. */
export function renderMail<Facts>(texts: MailTexts<Facts>, facts: Facts & { organization: string }, language: MailLanguage = 'en'): MailBody & { subject: string } {
  const content = texts[language](facts);
  return { subject: oneLine(content.subject), text: plain(content, facts.organization), html: page(content, facts.organization) };
}

/** Paragraphs of a plain text as HTML. */
export function plainToHtml(text: string): string {
  return frame(text.split(/\n{2,}/).map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`).join('\n'));
}

function plain({ greeting, paragraphs, action, notes = [] }: MailContent, organization: string): string {
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[greeting, ...paragraphs, ...link, ...notes, organization].join('\n\n')}\n`;
}

function page({ greeting, paragraphs, action, notes = [] }: MailContent, organization: string): string {
  const text = (content: string, style = ''): string => `<p${style}>${escape(content)}</p>`;
  const quiet = ' style="color:#57606a;font-size:14px"';
  const link = action
    ? [
        `<p style="margin:28px 0"><a href="${escape(action.url)}" style="${BUTTON};padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escape(action.label)}</a></p>`,
        `<p${quiet}>If the button does not work, copy this address into your browser:<br><span style="word-break:break-all">${escape(action.url)}</span></p>`,
      ]
    : [];
  return frame([text(greeting), ...paragraphs.map((line) => text(line)), ...link, ...notes.map((line) => text(line, quiet)), text(organization)].join('\n'));
}

/** Where the sender's look goes, which is known when a mail is written down. */
const HEAD = '<!--look-->';
const BUTTON = 'background:#1f4fd8;color:#ffffff';

/** The sender as its settings describe it. */
export interface MailLook {
  name: string;
  /** `#1f4fd8`, or null for the product's own. */
  colour: string | null;
}

/** Gives the HTML of a mail its sender's name on top and its colour to the button, white or black on it, whichever can be read. */
export function inLook(html: string, { name, colour }: MailLook): string {
  const line = `<p style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid ${colour ?? '#1f4fd8'};font-size:18px;font-weight:600">${escape(name)}</p>\n`;
  const head = html.replace(HEAD, name ? line : '');
  return colour ? head.replaceAll(BUTTON, `background:${colour};color:${luminance(colour) > 0.18 ? '#000000' : '#ffffff'}`) : head;
}

/** Relative luminance (WCAG 2.2): above 0.18 black is read better, below it white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const frame = (inside: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1f2328;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:560px;margin:0 auto">
${HEAD}${inside}
</div></body></html>`;

/** Names come from people: none of them becomes a second header or markup. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
