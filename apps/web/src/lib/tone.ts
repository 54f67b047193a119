/** What a colour means. Badges, bars, dots and statuses take a tone, never a colour. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'client' | 'internal';

/** Ground and text of a tone, 4.5:1 in both themes. */
export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral-text',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success-text',
  warning: 'bg-warning-soft text-warning-text',
  danger: 'bg-danger-soft text-danger-text',
  info: 'bg-info-soft text-info-text',
  client: 'bg-client-soft text-client-text',
  internal: 'bg-internal-soft text-internal-text',
};

/** A solid mark of a tone (dot, bar); decorative, so always beside a word. */
export const toneFill: Record<Tone, string> = {
  neutral: 'bg-faint',
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  info: 'bg-info',
  client: 'bg-client',
  internal: 'bg-internal',
};

/** Text of a tone on a plain surface. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-text',
  success: 'text-success-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
  info: 'text-info-text',
  client: 'text-client-text',
  internal: 'text-internal-text',
};
