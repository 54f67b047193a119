import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { leadImportRead } from '../import/lead-import.read.js';
import { LeadImportObject } from './lead-import.object.js';

@ObjectType({ description: 'A page of imports.' })
export class LeadImportConnection extends Connection(LeadImportObject, 'LeadImport') {}

@ArgsType()
export class LeadImportsArgs extends ReadArgs(leadImportRead) {}

@ObjectType({ isAbstract: true })
abstract class LeadImportPayload extends MutationPayload {
  @Field(() => LeadImportObject, { nullable: true, description: 'The import; null when something was refused.' })
  leadImport?: LeadImportObject | null;
}

@ObjectType({ description: 'The import that runs now.' })
export class StartLeadImportPayload extends LeadImportPayload {}

@ObjectType({ description: 'The import that was ended.' })
export class CancelLeadImportPayload extends LeadImportPayload {}
