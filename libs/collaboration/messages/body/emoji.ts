import { refuse } from '@throughline/platform/kernel';

// One emoji as the standard draws it: pictures with tones and joiners, flags, keys.
const EMOJI = /^(?!\p{RI}$)(?:\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|\p{Emoji}(?:\p{EMod}|\ufe0f|[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f)?)*)$/u;
const MOST_UNITS = 32;

/** An emoji as it is stored. @throws AppError VALIDATION_FAILED at `emoji` for anything that is not exactly one */
export function storedEmoji(text: string): string {
  const emoji = text.trim().normalize('NFC');
  if (emoji.length === 0 || emoji.length > MOST_UNITS || /^[0-9#*]$/.test(emoji) || !EMOJI.test(emoji)) throw refuse('VALIDATION_FAILED', 'React with one emoji.', 'emoji');
  return emoji;
}
