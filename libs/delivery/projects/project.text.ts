import { normalizeTags } from '@throughline/common/tags';
import { normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';

/** Texts and dates of a project as callers write them; absent ones stay. */
export interface ProjectText {
  scope?: string | null;
  /** All of them. */
  tags?: readonly string[] | null;
  startOn?: string | null;
  dueOn?: string | null;
}

/** The same as they are stored. */
export function storedText({ scope, tags, startOn, dueOn }: ProjectText): ProjectText {
  return {
    ...(scope === undefined ? {} : { scope: normalizeText(scope) }),
    tags: tags ? normalizeTags(tags) : undefined,
    ...(startOn === undefined ? {} : { startOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
}

/** @throws AppError VALIDATION_FAILED with `message` when nothing is left of the text */
export function requiredLine(text: string | null | undefined, path: string, message: string): string {
  const line = normalizeLine(text);
  if (line === null) throw refuse('VALIDATION_FAILED', message, path);
  if (line.length > 200) throw refuse('VALIDATION_FAILED', 'Use 200 characters at most.', path);
  return line;
}

/** @throws AppError VALIDATION_FAILED when the end lies before the start; dates as YYYY-MM-DD */
export function requireDates(startOn: string | null | undefined, dueOn: string | null | undefined): void {
  if (startOn && dueOn && dueOn < startOn) throw refuse('VALIDATION_FAILED', 'The due date lies before the start.', 'dueOn');
}
