/** Why single sign-on ended without a session; what the sign-in page says is found under this name. */
export const SIGN_ON_PROBLEMS = ['UNAVAILABLE', 'EXPIRED', 'NOT_PROVED', 'NO_ACCOUNT', 'EMAIL_NOT_VERIFIED', 'NOT_ALLOWED', 'BUSY'] as const;
export type SignOnProblemCode = (typeof SIGN_ON_PROBLEMS)[number];

/** Ends in a redirect to the sign-in page, which says what to do. */
export class SignOnProblem extends Error {
  /** @param why for the log of operators; nothing of it is shown */
  constructor(readonly code: SignOnProblemCode, readonly why: string = code) {
    super(`Single sign-on: ${why}`);
  }
}
