import { Module } from '@nestjs/common';
import { FilePolicyResolver } from './api/file-policy.resolver.js';
import { FileResolver } from './api/file.resolver.js';
import { CheckFile } from './check/check-file.handler.js';
import { FileScanner } from './check/file-scanner.js';
import { FileHolders } from './file-holders.js';
import { FilePolicyService } from './file-policy.service.js';
import { FileRepository } from './file.repository.js';
import { FileService } from './file.service.js';
import { DownloadService } from './serve/download.service.js';
import { FileController } from './serve/file.controller.js';
import { SweepFiles } from './sweep/sweep-files.js';
import { TusController } from './upload/tus.controller.js';
import { UploadPlaces } from './upload/upload-places.js';
import { UploadService } from './upload/upload.service.js';

/** Files of records: taken in, looked at, served and removed. */
@Module({
  controllers: [TusController, FileController],
  providers: [FileRepository, FileHolders, FileService, FilePolicyService, UploadService, UploadPlaces, DownloadService, FileScanner, CheckFile, SweepFiles, FileResolver, FilePolicyResolver],
  exports: [FileService, FileHolders],
})
export class FilesModule {}
