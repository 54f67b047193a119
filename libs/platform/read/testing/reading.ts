import type { ModuleRef } from '@nestjs/core';
import { Authenticator } from '../../access/index.js';
import { Reader } from '../reader.js';
import type { BatchStatement } from '../session/batch.js';
import { ReadConnections } from '../session/read-connections.js';
import { ReadSession } from '../session/read-session.js';

/** A reader on a database of a test, with what it sends in sight. */
export interface Reading {
  reader: Reader;
  session: ReadSession;
  /** Every statement sent so far beside `enter`. */
  sent: BatchStatement[];
  close(): Promise<void>;
}

/** @param authenticator brings rights up to date; none when absent */
export function openReading(appUrl: string, authenticator?: Pick<Authenticator, 'reloadAbility'>, poolSize = 4): Reading {
  const connections = new ReadConnections({ databaseUrls: { owner: '', app: appUrl, relay: '' }, databasePoolSize: poolSize, slowQueryMs: 10_000 });
  const sent: BatchStatement[] = [];
  const run = connections.run.bind(connections);
  connections.run = (statements) => {
    sent.push(...statements.filter(({ name }) => name !== 'enter'));
    return run(statements);
  };
  const modules = {
    get: () => {
      if (!authenticator) throw new Error('There is no sign-in here.');
      return authenticator;
    },
  };
  const session = new ReadSession(connections, modules as unknown as ModuleRef);
  session.onModuleInit();
  return { reader: new Reader(session), session, sent, close: () => connections.onApplicationShutdown() };
}
