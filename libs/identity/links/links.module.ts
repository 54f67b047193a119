import { Global, Module } from '@nestjs/common';
import { EvenAnswers } from './even-answers.js';
import { OneTimeLinks } from './one-time-links.js';
import { RequestThrottle } from './request-throttle.js';

/** One-time links and what public requests for them need. */
@Global()
@Module({ providers: [EvenAnswers, OneTimeLinks, RequestThrottle], exports: [EvenAnswers, OneTimeLinks, RequestThrottle] })
export class LinksModule {}
