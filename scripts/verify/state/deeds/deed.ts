import type { Stage } from '../stage.js';

/** Makes a mutation take effect: prepares what it needs and does it, perhaps in several ways that tell others different things. */
export type Deed = (stage: Stage) => Promise<unknown>;
/** By the mutation's name. */
export type Deeds = Readonly<Record<string, Deed>>;
