/**
 * Runs the work at once, then with a pause after each time and never twice at a time, however often it is asked for;
 * what was asked for meanwhile is done once more afterwards. Work that takes long is never cut off by the next.
 */
export function throttle(work: () => Promise<unknown>, pause: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let wanted = false;
  let stopped = false;

  const rest = () => {
    timer = setTimeout(() => {
      busy = false;
      if (wanted) {
        run();
      }
    }, pause);
  };
  const run = () => {
    if (stopped) {
      return;
    }
    wanted = busy;
    if (!busy) {
      busy = true;
      void work().finally(() => stopped || rest());
    }
  };
  /** For what happened while the figures on their way were asked for. */
  const runAfterPause = () => {
    wanted = true;
    if (!busy) {
      busy = true;
      rest();
    }
  };
  const cancel = () => {
    stopped = true;
    clearTimeout(timer);
  };
  return { run, runAfterPause, cancel };
}
