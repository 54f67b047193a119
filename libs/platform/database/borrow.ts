import type { Pool, PoolClient } from 'pg';

/**
 * Borrows a connection of a pool for several statements and gives it back, or throws it away when `work` failed.
 *
 * A pool listens to its idle connections only: one that breaks while it is borrowed, between two statements, would end
 * the process. Here the next statement fails instead.
 */
export async function borrow<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error): void => void (broken ??= error);
  client.on('error', note);
  try {
    return await work(client);
  } catch (error) {
    note(error as Error);
    throw error;
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}
