import { Module } from '@nestjs/common';
import { CommitHint } from './relay/commit-hint.js';

/** Every process that writes events has it: its commits wake the relay. */
@Module({ providers: [CommitHint] })
export class CommitHintModule {}
