import { refuse } from '@throughline/platform/kernel';

/** What mail programs turn into links, or people type into browsers. */
const ADDRESS = /https?:|\/\/|\bwww\.|@|[\p{L}\p{N}-]\.\p{L}{2,}\//iu;

/**
 * A name that a stranger typed and that goes into a mail to somebody else: nobody sends addresses of their own choice to others through us.
 *
 * @throws AppError VALIDATION_FAILED at `path`
 */
export function requirePlainName(name: string, path: string): void {
  if (ADDRESS.test(name)) throw refuse('VALIDATION_FAILED', 'Enter a name without addresses of pages or mails in it.', path);
}
