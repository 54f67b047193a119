import { Module } from '@nestjs/common';
import { WorkTreeRepository } from './work-tree.repository.js';

/** Work trees: locking, reading and writing them. The rules themselves need no module. */
@Module({ providers: [WorkTreeRepository], exports: [WorkTreeRepository] })
export class ProgressModule {}
