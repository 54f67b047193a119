import { defineWorkflow } from '@throughline/platform/kernel';

export const REQUIREMENT_STATUSES = ['MISSING', 'REQUESTED', 'RECEIVED', 'VERIFIED', 'REJECTED', 'NOT_NEEDED'] as const;
export type RequirementStatus = (typeof REQUIREMENT_STATUSES)[number];
export type RequirementMove = 'REQUEST' | 'RECEIVE' | 'VERIFY' | 'REJECT' | 'SKIP' | 'RESET';

/** TIC-02: each document or fact is requested, received, then verified or rejected with a reason. */
export const requirementWorkflow = defineWorkflow<RequirementStatus, RequirementMove>('requirement', {
  REQUEST: { from: ['MISSING', 'REJECTED'], to: 'REQUESTED', label: 'Ask the client' },
  RECEIVE: { from: ['MISSING', 'REQUESTED', 'REJECTED'], to: 'RECEIVED', label: 'Received' },
  VERIFY: { from: ['RECEIVED'], to: 'VERIFIED', label: 'Verified' },
  REJECT: { from: ['RECEIVED', 'VERIFIED'], to: 'REJECTED', label: 'Not usable' },
  SKIP: { from: ['MISSING', 'REQUESTED', 'REJECTED'], to: 'NOT_NEEDED', label: 'Not needed' },
  RESET: { from: ['RECEIVED', 'VERIFIED', 'NOT_NEEDED'], to: 'MISSING', label: 'Start over' },
});

/** What completeness is counted from. */
export interface RequirementState {
  required: boolean;
  status: RequirementStatus;
}

/**
 * How complete a ticket's requirements are, in basis points (10,000 = everything required is verified). Requirements that
 * are optional or not needed do not count; a ticket that requires nothing is complete (TIC-02).
 */
export function completeness(requirements: readonly RequirementState[]): number {
  const counted = requirements.filter((requirement) => requirement.required && requirement.status !== 'NOT_NEEDED');
  if (counted.length === 0) return 10_000;
  const verified = counted.filter((requirement) => requirement.status === 'VERIFIED').length;
  return Math.floor((verified * 10_000) / counted.length);
}

/** One thing the support manager checks before work on requirements starts (stage 5). */
export interface Checkpoint {
  key: string;
  title: string;
  passed: boolean;
}

/** Stage 5's checkpoints, in order; all must pass. */
export const CHECKPOINTS: readonly Omit<Checkpoint, 'passed'>[] = [
  { key: 'CUSTOMER', title: 'The customer\'s name and address are right' },
  { key: 'CONTACT', title: 'There is a contact who can be reached' },
  { key: 'SERVICES', title: 'The services match what was sold' },
  { key: 'BUDGET', title: 'Budget and payment terms are settled' },
];
