import type { Figures } from './figures.js';
import type { ReadModel } from './model.js';

export type ReadShape = 'connection' | 'one';

/** What a query method reads, and where the method is. */
export type Registration = { target: object; method: string } & ({ shape: ReadShape; model: ReadModel } | { shape: 'figures'; figures: Figures });

const registrations: Registration[] = [];

/**
 * Says that a query method only hands its arguments to the read engine: `connection` with the arguments of
 * `ReadArgs(model)`, `one` with an argument `id` (NOT_FOUND when there is none), `figures` with whatever they take. A query whose
 * root fields all carry it is answered with the database's JSON text and the methods are not called (architecture.md, "Read path");
 * its permission is checked all the same.
 */
export function Reads(model: ReadModel, shape: ReadShape): MethodDecorator;
export function Reads(figures: Figures, shape: 'figures'): MethodDecorator;
export function Reads(what: ReadModel | Figures, shape: ReadShape | 'figures'): MethodDecorator {
  return (target, key) => {
    const place = { target, method: String(key) };
    registrations.push(shape === 'figures' ? { ...place, shape, figures: what as Figures } : { ...place, shape, model: what as ReadModel });
  };
}

/** What was registered, for the pass-through plugin. */
export function readRegistrations(): readonly Registration[] {
  return registrations;
}
