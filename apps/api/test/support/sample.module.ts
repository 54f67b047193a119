import { Global, Injectable, Module } from '@nestjs/common';
import { Args, ArgsType, Field, InputType, Int, Mutation, ObjectType, Query, Resolver, Subscription } from '@nestjs/graphql';
import { createMongoAbility } from '@casl/ability';
import { type AuthenticationRequest, Authenticator, CurrentActor, Public, Requires, SignedIn, definePermissions } from '@throughline/platform/access';
import { Alone, BigIntScalar, Connection, DateScalar, DateTimeScalar, JsonScalar, MoneyInput, MoneyObject, MutationPayload, PageArgs } from '@throughline/platform/graphql';
import { type Actor, type AppAbility, notFound, refuse } from '@throughline/platform/kernel';
import { Type } from 'class-transformer';
import { Allow, IsEmail, IsIn, IsOptional, Length, ValidateNested } from 'class-validator';

/** What the end-to-end tests of the platform call; the product has nothing of it. */
const samplePermissions = definePermissions('sample', { read: 'See samples.', create: 'Make samples.' });

@ObjectType({ description: 'A sample.' })
class Sample {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => MoneyObject, { nullable: true, description: 'Its price.' })
  price?: MoneyObject;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' })
  at?: Date;

  @Field(() => DateScalar, { nullable: true, description: 'Which day.' })
  day?: string;

  @Field(() => BigIntScalar, { nullable: true, description: 'How many.' })
  count?: bigint;

  @Field(() => JsonScalar, { nullable: true, description: 'Anything.' })
  extra?: unknown;

  @Field(() => [Sample], { description: 'Samples inside.' })
  children?: Sample[];
}

@ObjectType({ description: 'A page of samples.' })
class SampleConnection extends Connection(Sample) {}

@InputType({ description: 'A line.' })
class SampleLineInput {
  @Field(() => String, { description: 'A text.' })
  @Length(2, 5)
  text!: string;
}

@InputType({ description: 'A sample to make.' })
class CreateSampleInput {
  @Field(() => String, { description: 'An e-mail address.' })
  @IsEmail()
  email!: string;

  @Field(() => [SampleLineInput], { nullable: true, description: 'Lines.' })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => SampleLineInput)
  lines?: SampleLineInput[];

  @Field(() => MoneyInput, { nullable: true, description: 'A price.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  price?: MoneyInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' })
  @Allow()
  at?: Date;

  @Field(() => DateScalar, { nullable: true, description: 'Which day.' })
  @Allow()
  day?: string;

  @Field(() => BigIntScalar, { nullable: true, description: 'How many.' })
  @Allow()
  count?: bigint;

  @Field(() => JsonScalar, { nullable: true, description: 'Anything.' })
  @Allow()
  extra?: unknown;

  @Field(() => String, { nullable: true, description: 'How it shall fail.' })
  @IsOptional()
  @IsIn(['CONFLICT', 'FORBIDDEN', 'CRASH', 'UNIQUE'])
  fail?: string;
}

@ObjectType({ description: 'What became of it.' })
class CreateSamplePayload extends MutationPayload {
  @Field(() => Sample, { nullable: true, description: 'The sample.' })
  sample?: Sample;
}

@ArgsType()
class SamplesArgs extends PageArgs {}

@Resolver()
class SampleResolver {
  /** How often `createSample` ran, and with what actor. */
  static readonly calls: Actor[] = [];

  @Query(() => SampleConnection, { description: 'Samples.' })
  @Requires(samplePermissions.read)
  samples(@Args() args: SamplesArgs): SampleConnection {
    const nodes = Array.from({ length: Math.min(args.first, 3) }, (_, at) => ({ name: `sample ${at}`, children: [] }));
    return { nodes, edges: nodes.map((node) => ({ cursor: node.name, node })), pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 3 };
  }

  @Query(() => Sample, { nullable: true, description: 'One sample.' })
  @SignedIn()
  sample(@Args('name', { type: () => String, description: 'Its name.' }) name: string): Sample {
    if (name === 'crash') throw new Error('canary: the inside of a failure');
    throw notFound('sample', 'name');
  }

  @Query(() => String, { description: 'Who calls.' })
  @Public()
  whoAmI(@CurrentActor() actor: Actor): string {
    return `${actor.tier} ${actor.userId ?? ''} ${actor.request.address ?? ''}`;
  }

  @Mutation(() => CreateSamplePayload, { description: 'Makes a sample.' })
  @Requires(samplePermissions.create)
  createSample(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateSampleInput, description: 'The sample.' }) input: CreateSampleInput,
  ): CreateSamplePayload {
    SampleResolver.calls.push(actor);
    if (input.fail === 'CONFLICT') throw refuse('CONFLICT', 'Somebody was faster.', 'version', { current: 3 });
    if (input.fail === 'FORBIDDEN') throw refuse('FORBIDDEN', 'Not you.');
    if (input.fail === 'CRASH') throw new Error('canary: the inside of a failure');
    if (input.fail === 'UNIQUE') {
      throw Object.assign(new Error('duplicate key'), { code: '23505', severity: 'ERROR', table: 'sample', constraint: 'uq_sample_external_id' });
    }
    return { sample: { name: input.email, ...input, children: [] } as Sample };
  }

  @Mutation(() => CreateSamplePayload, { description: 'Signs in.' })
  @Public()
  @Alone()
  signInSample(): CreateSamplePayload {
    return {};
  }

  @Subscription(() => Int, { description: 'Counts.' })
  @Requires(samplePermissions.read)
  async *counted(@Args('to', { type: () => Int, description: 'How far; negative fails.' }) to: number): AsyncGenerator<{ counted: number }> {
    for (let counted = 1; counted <= to; counted++) {
      yield await Promise.resolve({ counted });
    }
    if (to === 0) await new Promise(() => undefined);
    if (to < 0) throw new Error('canary: the inside of a failure');
  }
}

/** `Bearer <name>`: a person of that name; rights after a slash: `Bearer ada/sample.read,sample.create`. */
@Injectable()
class SampleAuthenticator extends Authenticator {
  authenticate({ authorization, cookies, address, userAgent, requestId }: AuthenticationRequest): Promise<Actor> {
    const [name = '', rights = ''] = (authorization?.replace('Bearer ', '') ?? cookies['sample'] ?? '').split('/');
    const rules = rights.split(',').filter(Boolean).map((right) => ({ subject: right.split('.')[0]!, action: right.split('.')[1]! }));
    return Promise.resolve({
      organizationId: '00000000-0000-7000-8000-000000000001', userId: name || null, sessionId: name ? `session of ${name}` : null,
      tier: name ? 'EMPLOYEE' : 'PUBLIC', customerIds: [], ability: createMongoAbility<AppAbility>(rules), abilityVersion: rights,
      request: { id: requestId, address, userAgent },
    });
  }

  reloadAbility(actor: Actor): Promise<Actor> {
    return Promise.resolve(actor);
  }
}

@Global()
@Module({ providers: [SampleResolver, { provide: Authenticator, useClass: SampleAuthenticator }], exports: [Authenticator] })
class SampleModule {}

export { SampleModule, SampleResolver };
