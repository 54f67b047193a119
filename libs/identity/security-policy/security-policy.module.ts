import { Global, Module } from '@nestjs/common';
import { SecurityPolicyResolver } from './api/security-policy.resolver.js';
import { SecurityPolicies } from './security-policies.js';
import { SecurityPolicyService } from './security-policy.service.js';

/** How people get in and stay in: networks, second factor, passwords, limits of sessions. */
@Global()
@Module({ providers: [SecurityPolicies, SecurityPolicyService, SecurityPolicyResolver], exports: [SecurityPolicies] })
export class SecurityPolicyModule {}
