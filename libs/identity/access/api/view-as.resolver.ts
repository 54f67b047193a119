import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, SignedIn, WhileViewing } from '@throughline/platform/access';
import { MutationPayload } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { rolePermissions } from '../role.policy.js';
import { ViewAsService } from '../view-as/view-as.service.js';

@InputType({ description: 'Whom to view as: a person or a role.' })
export class StartViewAsInput {
  @Field(() => ID, { nullable: true, description: 'The person.' })
  @IsOptional()
  @IsUUID()
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The role, seen from your own departments.' })
  @IsOptional()
  @IsUUID()
  roleId?: string | null;

  @Field(() => String, { description: 'Why; it is written down.' })
  @IsNotEmpty({ message: 'Say why.' })
  @MaxLength(500)
  reason!: string;
}

@ObjectType({ description: 'What came of it; ask for the viewer and load everything afresh.' })
export class StartViewAsPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether the session views as them now.' })
  started?: boolean | null;
}

@ObjectType({ description: 'What came of it; load everything afresh.' })
export class EndViewAsPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether the session is its own person\'s again.' })
  ended?: boolean | null;
}

/** Looking at the product as somebody else may. */
@Resolver()
export class ViewAsResolver {
  constructor(private readonly views: ViewAsService) {}

  @Mutation(() => StartViewAsPayload, { description: 'Views as a person or a role for at most 30 minutes: their rights, reading only, everything written down.' })
  @Requires(rolePermissions.viewAs)
  async startViewAs(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: StartViewAsInput): Promise<unknown> {
    await this.views.start(actor, input);
    return { started: true };
  }

  @Mutation(() => EndViewAsPayload, { description: 'Ends viewing as somebody else.' })
  @SignedIn()
  @WhileViewing()
  async endViewAs(@CurrentActor() actor: Actor): Promise<unknown> {
    await this.views.end(actor);
    return { ended: true };
  }
}
