import pg from 'pg';

/**
 * A connection for pools (`new Pool({ Client: SteadyClient, ... })`) whose loss never ends the process. A pool listens to its idle
 * connections only: when PostgreSQL dies, word of it may come in the same moment as a borrowed connection's last answer, and an
 * error that nobody listens to ends Node. Whoever uses the connection learns of it by their next statement, and the pool does not
 * take such a connection back.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
