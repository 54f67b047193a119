import { Global, Module } from '@nestjs/common';
import { KnownNetworks } from './known-networks.js';

/** Countries and reputations of networks. */
@Global()
@Module({ providers: [KnownNetworks], exports: [KnownNetworks] })
export class RiskModule {}
