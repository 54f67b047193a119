import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

@ObjectType('TicketSettings', { description: 'What the organization decided about tickets.' })
export class TicketSettingsObject {
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether winning a deal opens its onboarding ticket by itself. Off unless somebody switched it on.' })
  openForWonDeals!: boolean;

  @Field(() => String, { nullable: true, description: 'Key of the service category of such a ticket when the deal asks for none: WEB.' })
  categoryKey!: string | null;
}

@InputType({ description: 'Decisions about tickets.' })
export class UpdateTicketSettingsInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { description: 'Whether winning a deal opens its onboarding ticket by itself.' })
  @IsBoolean()
  openForWonDeals!: boolean;

  @Field(() => String, { nullable: true, description: 'Key of the service category for deals that ask for none; needed to switch it on.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  categoryKey?: string | null;
}

@ObjectType({ description: 'The decisions after the edit.' })
export class UpdateTicketSettingsPayload extends MutationPayload {
  @Field(() => TicketSettingsObject, { nullable: true, description: 'The decisions; null when something was refused.' })
  ticketSettings?: TicketSettingsObject | null;
}
