import { Global, Module } from '@nestjs/common';
import { SecondFactorResolver } from './api/second-factor.resolver.js';
import { SecondFactorService } from './second-factor.service.js';
import { SecondFactors } from './second-factors.js';

/** Authenticators and recovery codes. */
@Global()
@Module({ providers: [SecondFactors, SecondFactorService, SecondFactorResolver], exports: [SecondFactors] })
export class SecondFactorModule {}
