import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { ticketRead } from '../ticket.read.js';
import { TicketObject } from './ticket.object.js';

@ObjectType({ description: 'A page of tickets.' })
export class TicketConnection extends Connection(TicketObject, 'Ticket') {}

@ArgsType()
export class TicketsArgs extends ReadArgs(ticketRead) {}

@ObjectType({ description: 'The ticket after the operation.' })
export class TicketPayload extends MutationPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket; null when something was refused.' })
  ticket?: TicketObject | null;
}

@ObjectType({ description: 'The scoped ticket and the project it became.' })
export class ScopeTicketPayload extends MutationPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket; null when something was refused.' })
  ticket?: TicketObject | null;

  @Field(() => ID, { nullable: true, description: 'The draft project.' })
  projectId?: string | null;
}
