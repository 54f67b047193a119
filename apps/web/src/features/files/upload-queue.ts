/** Files on their way to the server: the rules, without React and without a transport. */

/**
 * `QUEUED` waits for its turn. `LOST`: the connection is gone, it goes on by itself. `PAUSED` by the person. `CHECKING`: everything is there
 * and the server looks at it. `FAILED`: refused or given up, `problem` says why.
 */
export type UploadState = 'QUEUED' | 'SENDING' | 'LOST' | 'PAUSED' | 'CHECKING' | 'DONE' | 'FAILED';

/** One file on its way. */
export interface Upload {
  key: string;
  name: string;
  bytes: number;
  contentType: string;
  /** Bytes that the server has. */
  sent: number;
  state: UploadState;
  /** A sentence a person can act on; null unless FAILED. */
  problem: string | null;
  /** Whether `resume` can help after FAILED. */
  again: boolean;
  /** Of the finished file. */
  fileId: string | null;
  /** Address of a picture's own bytes in this browser, to show before anything was sent. */
  picture: string | null;
}

/** One file being sent; made by a `Transport`. */
export interface Sending {
  /** Keeps what the server has. */
  pause: () => void;
  /** Goes on where the server is. */
  resume: () => void;
  /** Ends it and lets the server forget it. */
  cancel: () => void;
}

/** What a transport tells while it sends. */
export interface SendingEvents {
  onProgress: (sent: number) => void;
  onLost: () => void;
  onDone: (fileId: string) => void;
  onProblem: (problem: string, again: boolean) => void;
}

export type Transport = (file: File, events: SendingEvents) => Sending;

/** How pictures get an address; a browser's `URL`. */
export interface PictureAddresses {
  createObjectURL: (file: File) => string;
  revokeObjectURL: (address: string) => void;
}

/** How many are sent at once. */
const AT_ONCE = 2;
const RUNNING: readonly UploadState[] = ['SENDING', 'LOST', 'CHECKING'];

interface Entry {
  upload: Upload;
  file: File;
  sending: Sending | null;
}

/** The files of one composer or one record, in the order they were added. */
export class UploadQueue {
  private entries: Entry[] = [];
  private shown: readonly Upload[] = [];
  private readonly watchers = new Set<() => void>();
  private count = 0;

  /** @param onDone told for each finished file, once */
  constructor(
    private readonly transport: Transport,
    private readonly pictures: PictureAddresses,
    private readonly onDone: (upload: Upload) => void = () => undefined,
  ) {}

  /** The state now; the same array until something changes (`useSyncExternalStore`). */
  readonly get = (): readonly Upload[] => this.shown;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** Adds files; one that is already here and did not fail is not added again. */
  readonly add = (files: readonly File[]): void => {
    for (const file of files) {
      if (this.entries.some((entry) => entry.upload.state !== 'FAILED' && sameFile(entry.file, file))) continue;
      this.entries = this.entries.filter((entry) => !sameFile(entry.file, file));
      const picture = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) ? this.pictures.createObjectURL(file) : null;
      const upload: Upload = { key: `upload-${++this.count}`, name: file.name, bytes: file.size, contentType: file.type, sent: 0, state: 'QUEUED', problem: null, again: false, fileId: null, picture };
      this.entries.push({ upload, file, sending: null });
    }
    this.next();
  };

  readonly pause = (key: string): void => {
    const entry = this.find(key);
    if (!entry || !['SENDING', 'LOST', 'QUEUED'].includes(entry.upload.state)) return;
    entry.sending?.pause();
    this.change(entry, { state: 'PAUSED' });
    this.next();
  };

  /** Goes on after a pause, or tries again after a failure. */
  readonly resume = (key: string): void => {
    const entry = this.find(key);
    if (!entry || (entry.upload.state !== 'PAUSED' && !(entry.upload.state === 'FAILED' && entry.upload.again))) return;
    this.change(entry, { state: 'QUEUED', problem: null, again: false });
    this.next();
  };

  /** Takes it away, whatever it was doing; the server forgets an unfinished one. */
  readonly remove = (key: string): void => {
    const entry = this.find(key);
    if (!entry) return;
    if (entry.upload.state !== 'DONE') entry.sending?.cancel();
    this.drop((each) => each === entry);
    this.next();
  };

  /** Takes away the finished ones (they were posted or attached). */
  readonly clearDone = (): void => this.drop((entry) => entry.upload.state === 'DONE');

  /** The page goes: nothing is told any more, unfinished ones can be resumed later by choosing the same file. */
  close(): void {
    this.watchers.clear();
    for (const { sending, upload } of this.entries) if (upload.state !== 'DONE') sending?.pause();
    this.drop(() => true);
  }

  private drop(which: (entry: Entry) => boolean): void {
    for (const entry of this.entries) if (which(entry) && entry.upload.picture) this.pictures.revokeObjectURL(entry.upload.picture);
    this.entries = this.entries.filter((entry) => !which(entry));
    this.tell();
  }

  private find(key: string): Entry | undefined {
    return this.entries.find((entry) => entry.upload.key === key);
  }

  /** Starts whatever may start now. */
  private next(): void {
    const running = this.entries.filter(({ upload }) => RUNNING.includes(upload.state)).length;
    for (const entry of this.entries.filter(({ upload }) => upload.state === 'QUEUED').slice(0, Math.max(0, AT_ONCE - running))) this.start(entry);
    this.tell();
  }

  private start(entry: Entry): void {
    entry.upload = { ...entry.upload, state: 'SENDING' };
    if (entry.sending) {
      entry.sending.resume();
      return;
    }
    const alive = () => this.entries.includes(entry);
    entry.sending = this.transport(entry.file, {
      onProgress: (sent) => {
        if (!alive() || !RUNNING.includes(entry.upload.state)) return;
        this.change(entry, { sent, state: sent >= entry.upload.bytes ? 'CHECKING' : 'SENDING' });
      },
      onLost: () => {
        if (alive() && RUNNING.includes(entry.upload.state)) this.change(entry, { state: 'LOST' });
      },
      onDone: (fileId) => {
        if (!alive() || entry.upload.state === 'DONE') return;
        this.change(entry, { state: 'DONE', sent: entry.upload.bytes, fileId, problem: null });
        this.onDone(entry.upload);
        this.next();
      },
      onProblem: (problem, again) => {
        if (!alive()) return;
        this.change(entry, { state: 'FAILED', problem, again });
        this.next();
      },
    });
  }

  private change(entry: Entry, values: Partial<Upload>): void {
    entry.upload = { ...entry.upload, ...values };
    this.tell();
  }

  private tell(): void {
    this.shown = this.entries.map(({ upload }) => upload);
    for (const watcher of this.watchers) watcher();
  }
}

function sameFile(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified && a.type === b.type;
}
