/** What a requirement asks the client for: a fact, a file, or access to something. */
export const REQUIREMENT_KINDS = ['INFORMATION', 'DOCUMENT', 'ACCESS'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];
