import { AccessModule } from '@throughline/identity/access';
import { AuthModule } from '@throughline/identity/auth';
import { DevicesModule } from '@throughline/identity/devices';
import { RiskModule } from '@throughline/identity/risk';
import { SecondFactorModule } from '@throughline/identity/second-factor';
import { SecurityPolicyModule } from '@throughline/identity/security-policy';
import { SessionsModule } from '@throughline/identity/sessions';
import { JobsModule } from '@throughline/platform/jobs';
import { MailModule } from '@throughline/platform/mail';
import { RealtimeModule } from '@throughline/platform/realtime';
import { SecretsModule } from '@throughline/platform/secrets';

/** What signing in stands on, without the rest of the product. */
export const signInFeatures = [JobsModule, SecretsModule, MailModule, AccessModule, SecurityPolicyModule, SecondFactorModule, SessionsModule, DevicesModule, RiskModule, AuthModule, RealtimeModule];
