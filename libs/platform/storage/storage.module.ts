import { Global, Module } from '@nestjs/common';
import { Storage } from './storage.js';

/** Gives features a place for the content of files. Needs `Config` and `SecretsModule`. */
@Global()
@Module({ providers: [Storage], exports: [Storage] })
export class StorageModule {}
