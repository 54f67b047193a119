import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { filePermissions } from '../file.policy.js';
import { fileRead } from '../file.read.js';
import { FileService } from '../file.service.js';
import { FileObject } from './file.object.js';
import {
  AttachFilesInput, AttachFilesPayload, DeleteFileInput, DeleteFilePayload, FileConnection, FilesArgs, HandInFilesInput, HandInFilesPayload, RenameFileInput, RenameFilePayload, ShareFileInput, ShareFilePayload,
} from './file.payloads.js';

/** Files of records. Bytes go over `/files` (tus up, GET down). */
@Resolver(() => FileObject)
export class FileResolver {
  constructor(
    private readonly service: FileService,
    private readonly reader: Reader,
  ) {}

  @Query(() => FileConnection, { description: 'The files you may see, of one record or of all.' })
  @Requires(filePermissions.read)
  files(@CurrentActor() actor: Actor, @Args() { subject, recordId, filter, ...args }: FilesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const of = [...(filter ? [filter] : []), ...(subject ? [{ subject: { eq: subject } }] : []), ...(recordId ? [{ recordId: { eq: recordId } }] : [])];
    return this.reader.connection(actor, fileRead, { ...args, ...(of.length > 0 ? { filter: { and: of } } : {}) }, selectionOf(info));
  }

  @Query(() => FileObject, { nullable: true, description: 'One file.' })
  @Requires(filePermissions.read)
  @Reads(fileRead, 'one')
  file(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, fileRead, id, selectionOf(info));
  }

  @Mutation(() => AttachFilesPayload, { description: 'Puts files that you uploaded on a record. Files of messages go with `postMessage`.' })
  @Requires(filePermissions.update)
  async attachFiles(@CurrentActor() actor: Actor, @Args('input', { description: 'Files and record.' }) { fileIds, ...holder }: AttachFilesInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const ids = await this.service.attachByHand(actor, fileIds, holder);
    return { files: await Promise.all(ids.map((id) => this.reader.one(actor, fileRead, id, selectionOf(info, 'files')))) };
  }

  @Mutation(() => HandInFilesPayload, { description: 'Puts files that you uploaded, as a customer, on a record that you see. Whoever works on it sees them at once.' })
  @Requires(filePermissions.handIn)
  async handInFiles(@CurrentActor() actor: Actor, @Args('input', { description: 'Files and record.' }) { fileIds, ...record }: HandInFilesInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const ids = await this.service.handIn(actor, fileIds, record);
    return { files: await Promise.all(ids.map((id) => this.reader.one(actor, fileRead, id, selectionOf(info, 'files')))) };
  }

  @Mutation(() => RenameFilePayload, { description: 'Gives a file another name; its ending stays.' })
  @Requires(filePermissions.update)
  async renameFile(@CurrentActor() actor: Actor, @Args('input', { description: 'Which, and the name.' }) input: RenameFileInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const id = await this.service.rename(actor, input.id, input.version, input.name);
    return { file: await this.reader.one(actor, fileRead, id, selectionOf(info, 'file')) };
  }

  @Mutation(() => ShareFilePayload, { description: 'Shows a file to the client, or hides it again. What messages carry is shared with the message.' })
  @Requires(filePermissions.update)
  async shareFile(@CurrentActor() actor: Actor, @Args('input', { description: 'Which, and whether.' }) input: ShareFileInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const id = await this.service.setShared(actor, input.id, input.version, input.sharedWithClient);
    return { file: await this.reader.one(actor, fileRead, id, selectionOf(info, 'file')) };
  }

  @Mutation(() => DeleteFilePayload, { description: 'Deletes a file for good.' })
  @Requires(filePermissions.delete)
  async deleteFile(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteFileInput): Promise<DeleteFilePayload> {
    return { id: await this.service.remove(actor, input.id, input.version) };
  }
}
