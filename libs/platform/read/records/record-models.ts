import { readModels } from '../define-read.js';
import type { ReadModel } from '../model.js';

/** The model that reads a subject's own records; null for subjects that have none (settings, security). */
export function modelOfSubject(subject: string): ReadModel | null {
  for (const model of readModels().values()) {
    if (model.subject?.name === subject && model.table === model.subject.table) return model;
  }
  return null;
}

/** The model of a GraphQL type; null when there is none of that name. */
export function modelNamed(name: string): ReadModel | null {
  return readModels().get(name) ?? null;
}
