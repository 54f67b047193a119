import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BigIntScalar, MutationPayload } from '@throughline/platform/graphql';

@ObjectType('FileType', { description: 'A type of file that can be allowed.' })
export class FileTypeObject {
  @Field(() => String, { description: 'Its content type: `image/png`.' })
  type!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => [String], { description: 'Endings of names that fit it, the usual first.' })
  endings!: string[];
}

@ObjectType('FilePolicy', { description: 'Which files your organization takes.' })
export class FilePolicyObject {
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => [String], { description: 'Content types that may be uploaded.' })
  allowedTypes!: string[];

  @Field(() => [FileTypeObject], { description: 'Every type that can be allowed. Programs, scripts and pages never can.' })
  knownTypes!: FileTypeObject[];

  @Field(() => BigIntScalar, { description: 'The largest file, in bytes.' })
  maxBytes!: bigint;

  @Field(() => Boolean, { description: 'Whether clients may put files on the records they see, beyond what they send in messages.' })
  clientsMayAdd!: boolean;

  @Field(() => BigIntScalar, { nullable: true, description: 'What all files take, in bytes; null for those who may not see it.' })
  usedBytes!: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'What all files may take, in bytes; null for those who may not see it.' })
  limitBytes!: bigint | null;

  @Field(() => Boolean, { description: 'Whether files are scanned for malware before anybody can open them.' })
  scanned!: boolean;
}

@ObjectType({ description: 'The policy in force from now on.' })
export class UpdateFilePolicyPayload extends MutationPayload {
  @Field(() => FilePolicyObject, { nullable: true, description: 'The policy; null when something was refused.' })
  filePolicy?: FilePolicyObject | null;
}
