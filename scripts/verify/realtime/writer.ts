import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../../../libs/testing/api/session.js';
import type { Random } from '../hostile/random.js';
import { KeptToken } from './kept-token.js';
import type { Deed } from './permitted.js';
import type { Place } from './world.js';

const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } errors { code message } } }';
const STATUS = 'mutation ($input: ChangeTaskStatusInput!) { changeTaskStatus(input: $input) { task { id version } errors { code message } } }';
const RETRY_MS = 40;

interface Payload { message?: { id: string } | null; task?: { id: string; version: number } | null; errors: { code: string; message: string }[] }

/** Somebody who speaks in channels and moves tasks, at a steady pace; what is not answered is sent again under its key, to whichever process answers. */
export class Writer {
  readonly deeds: Deed[] = [];
  /** Sent again because there was no answer. */
  retries = 0;
  late = 0;
  private readonly apis: ApiClient[];
  private readonly token: KeptToken;
  private readonly tasks: { place: Place; id: string; shared: boolean; version: number; started: boolean }[];

  /**
   * @param places whose channels it speaks in, with others
   * @param own whether a task, by its number among those of the places, is this writer's alone
   */
  constructor(private readonly name: string, email: string, urls: readonly string[], private readonly places: readonly Place[], own: (task: number) => boolean, private readonly random: Random) {
    this.token = new KeptToken(urls, email);
    this.apis = urls.map((url) => new ApiClient(url));
    this.tasks = places.flatMap((place) => place.tasks.map(({ id, shared }) => ({ place, id, shared, version: 1, started: false }))).filter((_, index) => own(index));
  }

  /**
   * Writes until there is nothing left to take.
   *
   * @param take whether there is another deed to do
   * @param everyMs between the beginnings of two deeds
   */
  async write(take: () => boolean, everyMs: number, onDeed: () => void): Promise<void> {
    for (let next = performance.now(); take(); next += everyMs) {
      const wait = next - performance.now();
      if (wait > 0) await delay(wait);
      else this.late++;
      // After an outage the pace goes on; it is not made up for in one burst.
      next = Math.max(next, performance.now() - everyMs);
      this.deeds.push(await (this.random.next() < 0.5 ? this.post() : this.move()));
      onDeed();
    }
  }

  private async post(): Promise<Deed> {
    const place = this.random.pick(this.places);
    const forClient = this.random.next() < 0.5;
    const body = `${this.name} says number ${this.deeds.length}`;
    const sent = await this.mutate('postMessage', POST, { channelId: place.channelId, side: forClient ? 'CLIENT' : 'INTERNAL', body });
    return { subject: 'message', id: sent.payload.message!.id, place, forClient, sentAt: sent.sentAt, smooth: sent.smooth };
  }

  private async move(): Promise<Deed> {
    const task = this.random.pick(this.tasks);
    const sent = await this.mutate('changeTaskStatus', STATUS, { id: task.id, version: task.version, status: task.started ? 'TODO' : 'IN_PROGRESS' });
    task.version = sent.payload.task!.version;
    task.started = !task.started;
    return { subject: 'task', id: task.id, place: task.place, forClient: task.shared, sentAt: sent.sentAt, smooth: sent.smooth };
  }

  /** @throws Error when it is refused: what was asked was right */
  private async mutate(field: string, document: string, input: object): Promise<{ payload: Payload; sentAt: number; smooth: boolean }> {
    const key = randomUUID();
    const sentAt = performance.now();
    const first = this.random.between(0, this.apis.length - 1);
    for (let attempt = 0; ; attempt++) {
      const api = this.apis[(first + attempt) % this.apis.length]!;
      api.bearer = await this.token.get();
      const answer = await api.send<Record<string, Payload>>(document, { input }, { 'idempotency-key': key }).catch(() => null);
      const payload = answer?.data?.[field];
      const refused = answer ? [...answer.errors.map(({ extensions, message }) => ({ code: extensions.code, message })), ...(payload?.errors ?? [])] : [];
      if (refused.some(({ code }) => code !== 'INTERNAL')) throw new Error(`${field} was refused: ${JSON.stringify(refused)}`);
      if (payload && refused.length === 0) return { payload, sentAt, smooth: attempt === 0 };
      this.retries++;
      await delay(RETRY_MS);
    }
  }
}
