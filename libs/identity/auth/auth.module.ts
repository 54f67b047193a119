import { Global, Module } from '@nestjs/common';
import { Authenticator } from '@throughline/platform/access';
import { AccessTokens } from './access-token.js';
import { ApiKeyStrategy } from './api-key.strategy.js';
import { AuthResolver } from './api/auth.resolver.js';
import { Admission } from './admission.js';
import { SignInAnswers } from './api/sign-in-answers.js';
import { AuthService } from './auth.service.js';
import { JwtAuthenticator } from './jwt-authenticator.js';
import { JwtStrategy } from './jwt.strategy.js';
import { NewDeviceNotice } from './new-device-notice.js';
import { PasswordHasher } from './password-hasher.js';
import { ReauthenticationService } from './reauthentication.service.js';
import { SessionRisks } from './session-risks.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { ViewerService } from './viewer.service.js';

/** Sign-in, sessions and who is calling. */
@Global()
@Module({
  providers: [
    AccessTokens, Admission, ApiKeyStrategy, AuthService, JwtAuthenticator, JwtStrategy, NewDeviceNotice, PasswordHasher, ReauthenticationService, SessionRisks, SessionService, SignInAnswers, SignInService, SignInThrottle,
    ViewerService, AuthResolver,
    { provide: Authenticator, useExisting: JwtAuthenticator },
  ],
  exports: [Authenticator, PasswordHasher, SessionService, SignInAnswers, SignInService, SignInThrottle],
})
export class AuthModule {}
