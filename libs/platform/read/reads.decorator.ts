import type { ReadModel } from './model.js';

export type ReadShape = 'connection' | 'one';

export interface Registration { model: ReadModel; shape: ReadShape; target: object; method: string }

const registrations: Registration[] = [];

/**
 * Says that a query method only hands its arguments to the read engine: `connection` with the arguments of
 * `ReadArgs(model)`, `one` with an argument `id` (NOT_FOUND when there is none). A query whose root fields all carry it
 * is answered with the database's JSON text and the methods are not called (architecture.md, "Read path"); its
 * permission is checked all the same.
 */
export function Reads(model: ReadModel, shape: ReadShape): MethodDecorator {
  return (target, key) => {
    registrations.push({ model, shape, target, method: String(key) });
  };
}

/** What was registered, for the pass-through plugin. */
export function readRegistrations(): readonly Registration[] {
  return registrations;
}
