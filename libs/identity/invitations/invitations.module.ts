import { Module } from '@nestjs/common';
import { UsersModule } from '@throughline/identity/users';
import { AcceptanceService } from './acceptance.service.js';
import { AccountMailer } from './account-mailer.js';
import { InvitationResolver } from './api/invitation.resolver.js';
import { PublicLinksResolver } from './api/public-links.resolver.js';
import { FirstAdminService } from './first-admin.service.js';
import './invitation.read.js';
import { InvitationService } from './invitation.service.js';
import { RegistrationService } from './registration.service.js';
import { SignUpService } from './sign-up.service.js';
import { SignInLinkService } from './sign-in-link.service.js';

/** Invitations, registration, sign-in links. */
@Module({
  imports: [UsersModule],
  providers: [AcceptanceService, AccountMailer, FirstAdminService, InvitationService, RegistrationService, SignInLinkService, SignUpService, InvitationResolver, PublicLinksResolver],
})
export class InvitationsModule {}
