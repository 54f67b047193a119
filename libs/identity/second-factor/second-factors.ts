import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import type { Work } from '@throughline/platform/database';
import { newId, refuse } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';
import { base32, newTotpSecret, totpStep, totpUri } from './totp.js';

const PURPOSE = 'totp.secret';

/** What an authenticator is set up with. Shown once. */
export interface Enrolment {
  /** For typing: base32. */
  secret: string;
  /** For the QR code: `otpauth://totp/...`. */
  uri: string;
}

/** With what a second factor was proved. */
export type CodeKind = 'TOTP' | 'RECOVERY_CODE';

export interface SecondFactorState {
  enrolledAt: Date | null;
  recoveryCodesLeft: number;
}

/** Authenticators and recovery codes of people, inside the caller's transaction (IAM-04). */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  async state(work: Work, userId: string): Promise<SecondFactorState> {
    const [row] = await work.query<SecondFactorState>(
      `SELECT (SELECT f.enrolled_at FROM second_factor f WHERE f.organization_id = $1 AND f.user_id = $2) AS "enrolledAt",
         (SELECT count(*)::int FROM recovery_code c WHERE c.organization_id = $1 AND c.user_id = $2 AND c.used_at IS NULL) AS "recoveryCodesLeft"`,
      [work.actor.organizationId, userId],
    );
    return row ?? { enrolledAt: null, recoveryCodesLeft: 0 };
  }

  /** Makes a secret that waits for its first code; the one in use stays in use until then. */
  async begin(work: Work, userId: string): Promise<Enrolment> {
    const { organizationId } = work.actor;
    const [person] = await work.query<{ email: string; organization: string }>(
      'SELECT u.email, o.name AS organization FROM user_account u JOIN organization o ON o.id = u.organization_id WHERE u.organization_id = $1 AND u.id = $2', [organizationId, userId],
    );
    if (!person) throw new Error('A second factor belongs to a person.');
    const secret = newTotpSecret();
    await work.execute(
      `INSERT INTO second_factor (user_id, organization_id, pending_sealed) VALUES ($2, $1, $3)
       ON CONFLICT (user_id) DO UPDATE SET pending_sealed = excluded.pending_sealed`,
      [organizationId, userId, await this.secrets.seal(work, PURPOSE, secret)],
    );
    return { secret: base32(secret), uri: totpUri(secret, person.organization, person.email) };
  }

  /**
   * Takes the waiting secret into use with the first code it shows.
   *
   * @returns new recovery codes, shown once; null when the code is wrong
   * @throws AppError PRECONDITION_FAILED when no secret waits
   */
  async confirm(work: Work, userId: string, code: string): Promise<string[] | null> {
    const { organizationId } = work.actor;
    const [row] = await work.query<{ pending: Buffer | null }>(
      'SELECT pending_sealed AS pending FROM second_factor WHERE organization_id = $1 AND user_id = $2 FOR UPDATE', [organizationId, userId],
    );
    if (!row?.pending) throw refuse('PRECONDITION_FAILED', 'Begin with setting up an authenticator.');
    const step = totpStep(await this.secrets.open(work, PURPOSE, row.pending), digitsOf(code));
    if (step === null) return null;
    await work.execute(
      `UPDATE second_factor SET secret_sealed = pending_sealed, pending_sealed = NULL, last_step = $3, enrolled_at = now() WHERE organization_id = $1 AND user_id = $2`,
      [organizationId, userId, step],
    );
    return this.renewRecoveryCodes(work, userId);
  }

  /**
   * Whether a code is good, for the first and only time: the step it belongs to, or the recovery code, is used up by one
   * conditional update, so that of many submits at once one wins.
   */
  async verify(work: Work, userId: string, typed: string): Promise<CodeKind | null> {
    const { organizationId } = work.actor;
    const recovery = recoveryCodeHash(this.config.appSecret, userId, typed);
    if (recovery) {
      const used = await work.execute(
        'UPDATE recovery_code SET used_at = now() WHERE organization_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL', [organizationId, userId, recovery],
      );
      return used === 1 ? 'RECOVERY_CODE' : null;
    }
    const [row] = await work.query<{ secret: Buffer | null }>(
      'SELECT secret_sealed AS secret FROM second_factor WHERE organization_id = $1 AND user_id = $2', [organizationId, userId],
    );
    const step = row?.secret ? totpStep(await this.secrets.open(work, PURPOSE, row.secret), digitsOf(typed)) : null;
    if (step === null) return null;
    const advanced = await work.execute(
      `UPDATE second_factor SET last_step = $3 WHERE organization_id = $1 AND user_id = $2 AND secret_sealed = $4 AND (last_step IS NULL OR last_step < $3)`,
      [organizationId, userId, step, row?.secret],
    );
    return advanced === 1 ? 'TOTP' : null;
  }

  /** Replaces all recovery codes. @returns the new ones, shown once */
  async renewRecoveryCodes(work: Work, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await work.execute('DELETE FROM recovery_code WHERE organization_id = $1 AND user_id = $2', [work.actor.organizationId, userId]);
    await work.execute(
      `INSERT INTO recovery_code (id, organization_id, user_id, code_hash) SELECT r.id, $1, $2, r.hash FROM unnest($3::uuid[], $4::bytea[]) AS r (id, hash)`,
      [work.actor.organizationId, userId, codes.map(() => newId()), codes.map((code) => recoveryCodeHash(this.config.appSecret, userId, code))],
    );
    return codes;
  }

  /** @returns whether there was one */
  async remove(work: Work, userId: string): Promise<boolean> {
    const parameters = [work.actor.organizationId, userId];
    await work.execute('DELETE FROM recovery_code WHERE organization_id = $1 AND user_id = $2', parameters);
    const [row] = await work.query<{ enrolled: boolean }>('DELETE FROM second_factor WHERE organization_id = $1 AND user_id = $2 RETURNING enrolled_at IS NOT NULL AS enrolled', parameters);
    return row?.enrolled ?? false;
  }
}

/** People type codes in two groups. */
const digitsOf = (typed: string): string => typed.replace(/\s/g, '');
