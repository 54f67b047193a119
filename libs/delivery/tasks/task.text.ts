import { requireDates, requiredLine } from '@throughline/delivery/projects';
import { normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import type { TaskText } from './task.repository.js';

export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

const MOST_LABELS = 20;

/** A task's facts as callers write them; absent ones stay. Dates as YYYY-MM-DD. */
export interface TaskTextInput {
  title?: string;
  description?: string | null;
  priority?: Priority;
  labels?: string[] | null;
  startOn?: string | null;
  dueOn?: string | null;
  reviewerId?: string | null;
}

/**
 * The same as they are stored, without the absent ones.
 *
 * @throws AppError VALIDATION_FAILED
 */
export function storedTaskText(input: TaskTextInput): Partial<TaskText> {
  const { title, description, priority, labels, startOn, dueOn, reviewerId } = input;
  return {
    ...(title === undefined ? {} : { title: requiredLine(title, 'title', 'Give the task a title.') }),
    ...(description === undefined ? {} : { description: normalizeText(description) }),
    ...(priority === undefined ? {} : { priority }),
    ...(labels === undefined ? {} : { labels: storedLabels(labels ?? []) }),
    ...(startOn === undefined ? {} : { startOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(reviewerId === undefined ? {} : { reviewerId }),
  };
}

/** A new task's text, with what was left out. */
export function newTaskText(input: TaskTextInput & { title: string }): TaskText {
  const text = { title: '', description: null, priority: 'NORMAL', labels: [], startOn: null, dueOn: null, reviewerId: null, ...storedTaskText(input) };
  requireDates(text.startOn, text.dueOn);
  return text;
}

function storedLabels(labels: readonly string[]): string[] {
  const found = [...new Set(labels.map(normalizeLine).filter((label) => label !== null))];
  if (found.length > MOST_LABELS) throw refuse('LIMIT_EXCEEDED', `A task has ${MOST_LABELS} labels at most.`, 'labels');
  return found;
}
