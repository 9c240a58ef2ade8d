/** Runs at once, then at most once per interval, and always after the last call. */
export function throttle(action: () => void, interval: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const tick = () => {
    timer = undefined;
    if (again) {
      again = false;
      start();
    }
  };
  const start = () => {
    action();
    timer = setTimeout(tick, interval);
  };
  return {
    run: () => {
      if (timer) {
        again = true;
      } else {
        start();
      }
    },
    cancel: () => clearTimeout(timer),
  };
}
