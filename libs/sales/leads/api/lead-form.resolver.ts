import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Public, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { LeadFormSettingsService } from '../forms/lead-form-settings.service.js';
import { leadFormRead } from '../forms/lead-form.read.js';
import { LeadFormService, type OpenForm } from '../forms/lead-form.service.js';
import { leadFormPermissions } from '../lead.policy.js';
import { CreateLeadFormInput, UpdateLeadFormInput } from './lead-form.inputs.js';
import { LeadFormObject, PublicLeadFormObject } from './lead-form.object.js';
import { CreateLeadFormPayload, LeadFormConnection, LeadFormsArgs, SubmitLeadFormPayload, UpdateLeadFormPayload } from './lead-form.payloads.js';
import { SubmitLeadFormInput } from './submit-lead-form.input.js';

/** Stage 1: forms that strangers open and send, and how staff set them up. */
@Resolver(() => LeadFormObject)
export class LeadFormResolver {
  constructor(
    private readonly forms: LeadFormService,
    private readonly settings: LeadFormSettingsService,
    private readonly reader: Reader,
  ) {}

  @Query(() => PublicLeadFormObject, { nullable: true, description: 'A public form, opened for one submission.' })
  @Public()
  leadForm(@CurrentActor() actor: Actor, @Args('slug', { description: 'The end of its address.' }) slug: string): Promise<OpenForm> {
    return this.forms.open(actor.request, slug);
  }

  @Mutation(() => SubmitLeadFormPayload, { description: 'Sends a public form. Sending the same once more answers the same number.' })
  @Public()
  submitLeadForm(@CurrentActor() actor: Actor, @Args('input', { description: 'The answers.' }) input: SubmitLeadFormInput): Promise<SubmitLeadFormPayload> {
    return this.forms.submit(actor.request, input);
  }

  @Query(() => LeadFormConnection, { name: 'leadForms', description: 'The public forms you may see.' })
  @Requires(leadFormPermissions.read)
  @Reads(leadFormRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: LeadFormsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, leadFormRead, args, selectionOf(info));
  }

  @Mutation(() => CreateLeadFormPayload, { description: 'Creates a public form.' })
  @Requires(leadFormPermissions.create)
  async createLeadForm(@CurrentActor() actor: Actor, @Args('input', { description: 'The form.' }) input: CreateLeadFormInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { slug, ...facts } = input;
    return this.answer(actor, await this.settings.create(actor, slug, facts), info);
  }

  @Mutation(() => UpdateLeadFormPayload, { description: 'Changes a public form; an inactive one cannot be opened.' })
  @Requires(leadFormPermissions.update)
  async updateLeadForm(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateLeadFormInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...facts } = input;
    return this.answer(actor, await this.settings.update(actor, id, version, facts), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ leadForm: LeadFormObject | null }> {
    return { leadForm: await this.reader.one(actor, leadFormRead, id, selectionOf(info, 'leadForm')) };
  }
}
