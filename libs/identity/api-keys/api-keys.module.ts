import './way-in.js';
import { Module } from '@nestjs/common';
import { ApiKeyResolver } from './api/api-key.resolver.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyService } from './api-key.service.js';

/** Keys with which programs call the API. */
@Module({ providers: [ApiKeyRepository, ApiKeyService, ApiKeyResolver] })
export class ApiKeysModule {}
