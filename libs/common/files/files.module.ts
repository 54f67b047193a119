import { Module } from '@nestjs/common';
import { FilePolicyResolver } from './api/file-policy.resolver.js';
import { FileResolver } from './api/file.resolver.js';
import { FilePolicyService } from './file-policy.service.js';
import { FileRepository } from './file.repository.js';
import { FileService } from './file.service.js';

/** Files of records: taken in, looked at, served and removed. */
@Module({
  providers: [FileRepository, FileService, FilePolicyService, FileResolver, FilePolicyResolver],
  exports: [FileService],
})
export class FilesModule {}
