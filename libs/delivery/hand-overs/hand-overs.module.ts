import { Module } from '@nestjs/common';
import { defineHandedOver, HandOffsModule } from '@throughline/identity/hand-offs';
import { FollowLine } from './follow-line.js';

for (const subject of ['lead', 'customer', 'deal', 'ticket', 'project', 'task']) defineHandedOver(subject);

/** The nine stages hand their records over by themselves. */
@Module({ imports: [HandOffsModule], providers: [FollowLine] })
export class HandOversModule {}
