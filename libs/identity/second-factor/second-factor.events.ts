import type { Work } from '@throughline/platform/database';

export type SecondFactorEvent =
  | 'user.secondFactorBegun' | 'user.secondFactorEnrolled' | 'user.secondFactorRefused' | 'user.secondFactorRemoved' | 'user.secondFactorReset' | 'user.recoveryCodesRenewed' | 'user.recoveryCodeUsed';

/** What happened to somebody's second factor: for the security log, nobody's lists receive it. Never a code or a secret. */
export function recordSecondFactor(work: Work, kind: SecondFactorEvent, userId: string, facts: Record<string, unknown> = {}): void {
  work.record({
    kind, subject: 'user', subjectId: userId, access: { before: null, after: null },
    changes: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { before: null, after: value }])),
  });
}
