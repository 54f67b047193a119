import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { Config } from '@throughline/platform/config';
import { SignInOptions } from '../sign-in-options.js';
import { signInProviderPermissions } from '../sign-in-provider.policy.js';
import { signInProviderRead } from '../sign-in-provider.read.js';
import { SignInProviderService } from '../sign-in-provider.service.js';
import { SignInLookObject, SignInOptionObject, SignInProviderObject } from './sign-in-provider.object.js';
import {
  CreateSignInProviderInput, CreateSignInProviderPayload, DeleteSignInProviderInput, DeleteSignInProviderPayload, RotateSignInProviderKeyInput,
  RotateSignInProviderKeyPayload, SignInProviderConnection, SignInProvidersArgs,  UpdateSignInProviderInput, UpdateSignInProviderPayload,
} from './sign-in-provider.payloads.js';

/** Providers of single sign-on: set up by administrators, offered on the sign-in page. */
@Resolver(() => SignInProviderObject)
export class SignInProviderResolver {
  constructor(
    private readonly providers: SignInProviderService,
    private readonly options: SignInOptions,
    private readonly reader: Reader,
    private readonly config: Config,
  ) {}

  @Query(() => SignInProviderConnection, { name: 'signInProviders', description: 'Providers of single sign-on.' })
  @Requires(signInProviderPermissions.read)
  @Reads(signInProviderRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: SignInProvidersArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, signInProviderRead, args, selectionOf(info));
  }

  @Query(() => [SignInOptionObject], { description: 'Single sign-on for the people of an e-mail domain or an organization; says nothing of accounts.' })
  @Public()
  signInOptions(
    @CurrentActor() { request }: Actor,
    @Args('email', { type: () => String, nullable: true, description: 'Somebody\'s address; only its domain counts.' }) email: string | null,
    @Args('organization', { type: () => String, nullable: true, description: 'The organization\'s name in addresses.' }) organization: string | null,
  ): Promise<SignInOptionObject[]> {
    return this.options.find(email, organization, request);
  }

  @Query(() => SignInLookObject, { description: 'How the sign-in page looks: the organization of its address, or the only one there is, and whether one may found another.' })
  @Public()
  async signInLook(
    @CurrentActor() { request }: Actor,
    @Args('organization', { type: () => String, nullable: true, description: 'The organization\'s name in addresses.' }) organization: string | null,
  ): Promise<SignInLookObject> {
    return { organization: await this.options.look(organization, request), mayFound: this.config.publicSignUp };
  }

  @Mutation(() => CreateSignInProviderPayload, { description: 'Adds a provider of single sign-on.' })
  @Requires(signInProviderPermissions.create)
  async createSignInProvider(@CurrentActor() actor: Actor, @Args('input', { description: 'The provider.' }) { kind, ...entry }: CreateSignInProviderInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const id = await this.providers.create(actor, kind, entry);
    return { signInProvider: await this.reader.one(actor, signInProviderRead, id, selectionOf(info, 'signInProvider')) };
  }

  @Mutation(() => UpdateSignInProviderPayload, { description: 'Changes a provider of single sign-on, or switches it on or off.' })
  @Requires(signInProviderPermissions.update)
  async updateSignInProvider(@CurrentActor() actor: Actor, @Args('input', { description: 'What changes.' }) { id, version, ...entry }: UpdateSignInProviderInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    await this.providers.update(actor, id, version, entry);
    return { signInProvider: await this.reader.one(actor, signInProviderRead, id, selectionOf(info, 'signInProvider')) };
  }

  @Mutation(() => RotateSignInProviderKeyPayload, { description: 'Gives a SAML provider a new key to encrypt to.' })
  @Requires(signInProviderPermissions.update)
  async rotateSignInProviderKey(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) { id, version, acceptFormer }: RotateSignInProviderKeyInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    await this.providers.rotateKey(actor, id, version, acceptFormer);
    return { signInProvider: await this.reader.one(actor, signInProviderRead, id, selectionOf(info, 'signInProvider')) };
  }

  @Mutation(() => DeleteSignInProviderPayload, { description: 'Removes a provider of single sign-on; accounts stay.' })
  @Requires(signInProviderPermissions.delete)
  async deleteSignInProvider(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteSignInProviderInput): Promise<unknown> {
    return { id: await this.providers.delete(actor, input.id, input.version) };
  }
}
