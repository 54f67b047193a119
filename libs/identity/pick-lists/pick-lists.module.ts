import { Module } from '@nestjs/common';
import { PickListResolver } from './api/pick-list.resolver.js';
import { PickListService } from './pick-list.service.js';

/** Lists of choices. */
@Module({ providers: [PickListService, PickListResolver], exports: [PickListService] })
export class PickListsModule {}
