/** A stage of the pipeline every organization starts with (DEA-01). */
export interface StageDefault {
  name: string;
  probability: number;
  isWon?: boolean;
  isLost?: boolean;
  rotDays?: number;
}

/** DEA-01: Prospecting 25, Qualification 50, Proposal 75, Negotiation 90, Won 100, Lost 0. */
export const DEFAULT_PIPELINE: { name: string; stages: readonly StageDefault[] } = {
  name: 'Sales',
  stages: [
    { name: 'Prospecting', probability: 25, rotDays: 30 },
    { name: 'Qualification', probability: 50, rotDays: 21 },
    { name: 'Proposal', probability: 75, rotDays: 14 },
    { name: 'Negotiation', probability: 90, rotDays: 14 },
    { name: 'Won', probability: 100, isWon: true },
    { name: 'Lost', probability: 0, isLost: true },
  ],
};
