import { Module } from '@nestjs/common';
import { DepartmentsModule } from '@throughline/identity/departments';
import { OrganizationsModule } from '@throughline/identity/organizations';
import { HandOffResolver } from './api/hand-off.resolver.js';
import { HandOffRepository } from './hand-off.repository.js';
import { HandOffService } from './hand-off.service.js';
import { RecordNameLoader } from './record-name.loader.js';
import { TellOverdue } from './tell-overdue.handler.js';

/** Who has the ball. */
@Module({ imports: [OrganizationsModule, DepartmentsModule], providers: [HandOffRepository, HandOffService, RecordNameLoader, HandOffResolver, TellOverdue], exports: [HandOffRepository, HandOffService] })
export class HandOffsModule {}
