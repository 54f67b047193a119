import { Module } from '@nestjs/common';
import { TagResolver } from './api/tag.resolver.js';
import { RestoreTag } from './tag-restore.js';
import { TagRepository } from './tag.repository.js';
import { TagService } from './tag.service.js';

/** Words that records of every kind carry (DAT-04). */
@Module({ providers: [TagRepository, TagService, RestoreTag, TagResolver] })
export class TagsModule {}
