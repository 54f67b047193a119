/** Runs something at once, and when it is wanted again meanwhile, once more after a pause. */
export function once(pauseMs: number, work: () => void): { run: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let wanted = false;
  const run = () => {
    if (timer !== null) {
      wanted = true;
      return;
    }
    work();
    timer = setTimeout(() => {
      timer = null;
      if (wanted) {
        wanted = false;
        run();
      }
    }, pauseMs);
  };
  return { run, cancel: () => { if (timer !== null) clearTimeout(timer); } };
}
