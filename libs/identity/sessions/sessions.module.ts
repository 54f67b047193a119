import { Module } from '@nestjs/common';
import { SessionResolver } from './api/session.resolver.js';
import { SessionListService } from './session-list.service.js';
import { SessionWatch } from './session-watch.js';

/** Who is signed in where. */
@Module({ providers: [SessionListService, SessionWatch, SessionResolver] })
export class SessionsModule {}
