import { ArgsType, Field } from '@nestjs/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { auditEventRead } from '../log/audit-event.read.js';

@ArgsType()
export class AuditEventsArgs extends ReadArgs(auditEventRead) {
  @Field(() => String, { nullable: true, description: 'Words: of what people and records are called, or of what happened; or an address or request id as a whole.' })
  @IsOptional() @IsString() @MaxLength(100)
  declare search?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only refusals: of sign-ins, networks, devices and operations.' })
  @IsOptional() @IsBoolean()
  refusedOnly?: boolean;
}
