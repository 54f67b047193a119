import { Global, Module } from '@nestjs/common';
import { Reader } from './reader.js';
import { ReadConnections } from './session/read-connections.js';
import { ReadSession } from './session/read-session.js';

/** The read engine; needs `Config`. The API adds `PassThroughModule`. */
@Global()
@Module({ providers: [ReadConnections, ReadSession, Reader], exports: [Reader] })
export class ReadModule {}
