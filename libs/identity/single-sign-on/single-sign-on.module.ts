import { Module } from '@nestjs/common';
import { SignInProviderResolver } from './api/sign-in-provider.resolver.js';
import { SignOnController } from './api/sign-on.controller.js';
import { AttemptCookie } from './attempt-cookie.js';
import { OidcSignOn } from './oidc/oidc-sign-on.js';
import { ProvidersInUse } from './provider-in-use.js';
import { SamlSignOn } from './saml/saml-sign-on.js';
import { SignInOptions } from './sign-in-options.js';
import { SignInProviderService } from './sign-in-provider.service.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** Single sign-on by OpenID Connect and SAML. */
@Module({
  controllers: [SignOnController],
  providers: [AttemptCookie, OidcSignOn, ProvidersInUse, SamlSignOn, SignInOptions, SignInProviderService, SingleSignOnService, SignInProviderResolver],
})
export class SingleSignOnModule {}
