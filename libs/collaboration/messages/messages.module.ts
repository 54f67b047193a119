import { Module } from '@nestjs/common';
import { ChannelsModule } from '@throughline/collaboration/channels';
import { FilesModule } from '@throughline/common/files';
import { TasksModule } from '@throughline/delivery/tasks';
import { TicketsModule } from '@throughline/delivery/tickets';
import { MessageResolver } from './api/message.resolver.js';
import { MessageWriteResolver } from './api/message-write.resolver.js';
import { MentionCandidatesService } from './mention-candidates.service.js';
import { MentionRepository } from './mention.repository.js';
import { MessageEditService } from './message-edit.service.js';
import { MessageFiles } from './message-files.js';
import { MessageHistory } from './message-history.js';
import { MessageMarksService } from './message-marks.service.js';
import { MessageReader } from './message-reader.service.js';
import { MessageRepository } from './message.repository.js';
import { MessageService } from './message.service.js';
import { MessageWorkService } from './message-work.service.js';
import { OpenedMessages } from './opened-message.js';
import { MessageSearchService } from './search/message-search.service.js';

/** What is said in channels (CHA-02 to CHA-04, AHEAD-08). */
@Module({
  imports: [ChannelsModule, FilesModule, TasksModule, TicketsModule],
  providers: [
    MessageRepository, MentionRepository, OpenedMessages, MessageHistory, MessageFiles, MessageService, MessageEditService, MessageMarksService, MessageWorkService,
    MessageReader, MessageSearchService, MentionCandidatesService, MessageResolver, MessageWriteResolver,
  ],
  exports: [MessageService, MessageRepository],
})
export class MessagesModule {}
