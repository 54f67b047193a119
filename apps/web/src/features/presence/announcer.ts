/** When a page says what its person does at a record: the rules, without React and without a browser. */

export type Mode = 'VIEWING' | 'EDITING' | 'GONE';

/** What holds for 45 seconds is said again after 20. */
const AGAIN_MS = 20_000;

export interface AnnouncerOptions {
  say: (mode: Mode) => void;
  /** Runs something again and again; returns how to stop. Default: `setInterval`. */
  every?: (milliseconds: number, run: () => void) => () => void;
}

function everyInterval(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  return () => clearInterval(timer);
}

/**
 * Says VIEWING while the page can be seen, EDITING while a field is open, GONE when it is hidden or left; each at once when it changes
 * and again before it runs out.
 */
export class Announcer {
  private said: Mode = 'GONE';
  private visible = false;
  private editing = false;
  private stop: (() => void) | null = null;

  constructor(private readonly options: AnnouncerOptions) {}

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.update();
  }

  setEditing(editing: boolean): void {
    this.editing = editing;
    this.update();
  }

  close(): void {
    this.visible = false;
    this.update();
  }

  private update(): void {
    const mode: Mode = !this.visible ? 'GONE' : this.editing ? 'EDITING' : 'VIEWING';
    if (mode === this.said) return;
    this.said = mode;
    this.stop?.();
    this.stop = null;
    this.options.say(mode);
    if (mode !== 'GONE') this.stop = (this.options.every ?? everyInterval)(AGAIN_MS, () => this.options.say(mode));
  }
}
