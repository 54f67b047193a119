import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { type ImportChoices, ImportService } from '../import/import.service.js';
import { leadImportRead } from '../import/lead-import.read.js';
import type { ReadRow } from '../import/read-row.js';
import { leadImportPermissions } from '../lead.policy.js';
import { CancelLeadImportInput, LeadImportSettingsInput, StartLeadImportInput } from './lead-import.inputs.js';
import { ImportPreviewObject, LeadImportObject, type PreviewRowObject } from './lead-import.object.js';
import { CancelLeadImportPayload, LeadImportConnection, LeadImportsArgs, StartLeadImportPayload } from './lead-import.payloads.js';

/** Imports after their upload (`POST /files/imports`): preview, start, progress, report. */
@Resolver(() => LeadImportObject)
export class LeadImportResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly reader: Reader,
  ) {}

  @Query(() => LeadImportConnection, { name: 'leadImports', description: 'The imports you may see.' })
  @Requires(leadImportPermissions.read)
  @Reads(leadImportRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: LeadImportsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, leadImportRead, args, selectionOf(info));
  }

  @Query(() => LeadImportObject, { name: 'leadImport', nullable: true, description: 'One import.' })
  @Requires(leadImportPermissions.read)
  @Reads(leadImportRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, leadImportRead, id, selectionOf(info));
  }

  @Query(() => ImportPreviewObject, { description: 'What an uploaded file would become with these settings, from its first 1,000 rows.' })
  @Requires(leadImportPermissions.create)
  async leadImportPreview(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The import.' }) id: string,
    @Args('settings', { type: () => LeadImportSettingsInput, nullable: true, description: 'How the file is read.' }) settings?: LeadImportSettingsInput | null,
  ): Promise<ImportPreviewObject> {
    const preview = await this.imports.preview(actor, id, choicesOf(settings));
    return { ...preview, rows: preview.rows.map(shownRow) };
  }

  @Mutation(() => StartLeadImportPayload, { description: 'Starts an import, or goes on with one that failed; it runs in the background.' })
  @Requires(leadImportPermissions.create)
  async startLeadImport(@CurrentActor() actor: Actor, @Args('input', { description: 'Which and how.' }) input: StartLeadImportInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, settings } = input;
    return this.answer(actor, await this.imports.start(actor, { id, version, settings: choicesOf(settings) }), info);
  }

  @Mutation(() => CancelLeadImportPayload, { description: 'Ends an import where it is: what was written stays.' })
  @Requires(leadImportPermissions.create)
  async cancelLeadImport(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: CancelLeadImportInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.imports.cancel(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ leadImport: LeadImportObject | null }> {
    return { leadImport: await this.reader.one(actor, leadImportRead, id, selectionOf(info, 'leadImport')) };
  }
}

/** Null says nothing: as it was found. */
function choicesOf(settings: LeadImportSettingsInput | null | undefined): ImportChoices {
  return Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== null && value !== undefined));
}

/** Bigints and dates as JSON has them. */
function shownRow({ line, values, extra, cells, formulas }: ReadRow): PreviewRowObject {
  const shown = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, typeof value === 'bigint' ? value.toString() : value]));
  return { line, values: shown, extra, refusedColumns: cells.flatMap((state, index) => (state === 'REFUSED' ? [index] : [])), formulaColumns: formulas };
}
