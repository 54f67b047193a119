/** Wakes one waiting loop; a call that comes while nobody waits is kept for the next wait. */
export class Signal {
  private raised = false;
  private release: (() => void) | null = null;

  raise(): void {
    this.raised = true;
    this.release?.();
  }

  /** Until `raise`, at the latest after some time. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.raised) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, milliseconds);
        this.release = () => {
          clearTimeout(timer);
          done();
        };
      });
      this.release = null;
    }
    this.raised = false;
  }
}
