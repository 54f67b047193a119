import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { ticketRead } from '../ticket.read.js';
import { TicketObject } from './ticket.object.js';

@ObjectType({ description: 'A page of tickets.' })
export class TicketConnection extends Connection(TicketObject, 'Ticket') {}

@ArgsType()
export class TicketsArgs extends ReadArgs(ticketRead) {}

@ObjectType({ isAbstract: true })
abstract class TicketPayload extends MutationPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket; null when something was refused.' })
  ticket?: TicketObject | null;
}

@ObjectType({ description: 'The new ticket.' })
export class OpenOnboardingTicketPayload extends TicketPayload {}

@ObjectType({ description: 'The changed ticket.' })
export class UpdateTicketPayload extends TicketPayload {}

@ObjectType({ description: 'The released ticket.' })
export class ValidateTicketPayload extends TicketPayload {}

@ObjectType({ description: 'The ticket with its new owner.' })
export class AssignTicketPayload extends TicketPayload {}

@ObjectType({ description: 'The ticket after the move.' })
export class MoveTicketPayload extends TicketPayload {}

@ObjectType({ description: 'The ticket of the requirement that was moved.' })
export class MoveTicketRequirementPayload extends TicketPayload {}

@ObjectType({ description: 'The scoped ticket and the project it became.' })
export class ScopeTicketPayload extends MutationPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket; null when something was refused.' })
  ticket?: TicketObject | null;

  @Field(() => ID, { nullable: true, description: 'The draft project.' })
  projectId?: string | null;
}
