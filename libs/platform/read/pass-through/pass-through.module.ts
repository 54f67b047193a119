import { Module } from '@nestjs/common';
import { PassThrough } from './pass-through.js';

/** Answers queries with the database's JSON; for processes that serve GraphQL. */
@Module({ providers: [PassThrough] })
export class PassThroughModule {}
