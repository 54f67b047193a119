import { AccessModule } from '@throughline/identity/access';
import { AuthModule } from '@throughline/identity/auth';
import { SecurityPolicyModule } from '@throughline/identity/security-policy';
import { RealtimeModule } from '@throughline/platform/realtime';
import { SecretsModule } from '@throughline/platform/secrets';

/** What signing in stands on, without the rest of the product. */
export const signInFeatures = [SecretsModule, AccessModule, SecurityPolicyModule, AuthModule, RealtimeModule];
