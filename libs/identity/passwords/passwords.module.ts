import { Global, Module } from '@nestjs/common';
import { PasswordResolver } from './api/password.resolver.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { Passwords } from './passwords.js';

/** Policy, change and reset of passwords. */
@Global()
@Module({ providers: [PasswordChangeService, PasswordResetService, Passwords, PasswordResolver], exports: [Passwords] })
export class PasswordsModule {}
