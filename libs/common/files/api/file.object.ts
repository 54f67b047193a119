import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { BigIntScalar, DateTimeScalar } from '@throughline/platform/graphql';

export const FileScanEnum = { PENDING: 'PENDING', CLEAN: 'CLEAN', REFUSED: 'REFUSED' } as const;
export type FileScan = keyof typeof FileScanEnum;
registerEnumType(FileScanEnum, {
  name: 'FileScan',
  description: 'Whether a file may be opened.',
  valuesMap: {
    PENDING: { description: 'Is still arriving or being looked at: nobody can open it yet.' },
    CLEAN: { description: 'Can be opened.' },
    REFUSED: { description: 'Was refused after it had arrived; `refusal` says why. Nobody can open it.' },
  },
});

@ObjectType('File', { description: 'A file on a record.' })
export class FileObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'Its name, with its ending.' })
  name!: string;

  @Field(() => String, { description: 'What it is, by its content: `image/png`.' })
  contentType!: string;

  @Field(() => BigIntScalar, { description: 'Its size in bytes.' })
  bytes!: bigint;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in pixels.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in pixels.' })
  height!: number | null;

  @Field(() => Boolean, { description: 'Whether there is a thumbnail.' })
  hasThumbnail!: boolean;

  @Field(() => Boolean, { description: 'Whether the client may see it, wherever they see the record.' })
  sharedWithClient!: boolean;

  @Field(() => UserObject, { nullable: true, description: 'Who uploaded it.' })
  uploadedBy!: UserObject | null;

  @Field(() => ID, { nullable: true, description: 'Id of whoever uploaded it.' })
  ownerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Type of the record it hangs on: `message`; null while it waits for one.' })
  subject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it hangs on; null while it waits for one.' })
  recordId!: string | null;

  @Field(() => FileScanEnum, { description: 'Whether it may be opened.' })
  scan!: FileScan;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusal!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to download it, below the address of the API; null until it may be opened.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'A small picture of it, 320 pixels at most.' })
  thumbnailUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'What can be shown of it in a page: a picture of 1600 pixels at most, a PDF, the beginning of a text.' })
  previewUrl!: string | null;

  @Field(() => [String], { description: 'Fields that your role may not see; they are null here.' })
  hiddenFields!: string[];
}
