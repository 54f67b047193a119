import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsDefined, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BigIntScalar, Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { fileRead } from '../file.read.js';
import { FileObject } from './file.object.js';

@ObjectType({ description: 'A page of files.' })
export class FileConnection extends Connection(FileObject, 'File') {}

@ArgsType()
export class FilesArgs extends ReadArgs(fileRead) {
  @Field(() => String, { nullable: true, description: 'Only files of records of this type: `task`.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only files of this record.' })
  @IsOptional()
  @IsUUID()
  recordId?: string | null;
}

@InputType({ description: 'Uploaded files and the record they go on.' })
export class AttachFilesInput {
  @Field(() => [ID], { description: 'Files that you uploaded and that nothing has yet, 20 at most.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  fileIds!: string[];

  @Field(() => String, { description: 'Type of the record: `task`.' })
  @IsString()
  @MaxLength(100)
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  recordId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the client sees them, where they see the record.' })
  @IsBoolean()
  sharedWithClient!: boolean;
}

@InputType({ description: 'Uploaded files and the record of your company\'s that they go on.' })
export class HandInFilesInput {
  @Field(() => [ID], { description: 'Files that you uploaded and that nothing has yet, 20 at most.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  fileIds!: string[];

  @Field(() => String, { description: 'Type of the record: `project`, `task`.' })
  @IsString()
  @MaxLength(100)
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  recordId!: string;
}

@InputType({ description: 'A file and its new name.' })
export class RenameFileInput {
  @Field(() => ID, { description: 'The file.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'The new name; its ending stays.' })
  @IsString()
  @MaxLength(300)
  name!: string;
}

@InputType({ description: 'A file and whether the client sees it.' })
export class ShareFileInput {
  @Field(() => ID, { description: 'The file.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { description: 'Whether the client sees it, where they see the record.' })
  @IsBoolean()
  sharedWithClient!: boolean;
}

@InputType({ description: 'The file to delete.' })
export class DeleteFileInput {
  @Field(() => ID, { description: 'The file.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Which files may be uploaded from now on.' })
export class UpdateFilePolicyInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => [String], { description: 'Content types, of those that `knownTypes` names.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  allowedTypes!: string[];

  @Field(() => BigIntScalar, { description: 'The largest file, in bytes.' })
  @IsDefined()
  maxBytes!: bigint;

  @Field(() => Boolean, { nullable: true, description: 'Whether clients may put files on the records they see; absent: as it is.' })
  @IsOptional()
  @IsBoolean()
  clientsMayAdd?: boolean | null;
}

@ObjectType({ description: 'The files on their record.' })
export class AttachFilesPayload extends MutationPayload {
  @Field(() => [FileObject], { nullable: true, description: 'The files; null when something was refused.' })
  files?: FileObject[] | null;
}

@ObjectType({ description: 'The files on their record.' })
export class HandInFilesPayload extends MutationPayload {
  @Field(() => [FileObject], { nullable: true, description: 'The files; null when something was refused.' })
  files?: FileObject[] | null;
}

@ObjectType({ description: 'The renamed file.' })
export class RenameFilePayload extends MutationPayload {
  @Field(() => FileObject, { nullable: true, description: 'The file; null when something was refused.' })
  file?: FileObject | null;
}

@ObjectType({ description: 'The file as it is shared now.' })
export class ShareFilePayload extends MutationPayload {
  @Field(() => FileObject, { nullable: true, description: 'The file; null when something was refused.' })
  file?: FileObject | null;
}

@ObjectType({ description: 'What was deleted.' })
export class DeleteFilePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the file that is gone; null when something was refused.' })
  id?: string | null;
}
