import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { throttle } from "./throttle";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("works at once, then after a pause for all that was asked for meanwhile", async () => {
  const work = vi.fn(() => Promise.resolve());
  const { run } = throttle(work, 1_000);

  run();
  run();
  run();
  expect(work).toHaveBeenCalledTimes(1);

  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);

  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("never begins again before slow work is done", async () => {
  let done: () => void = () => undefined;
  const work = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  const { run } = throttle(work, 1_000);

  run();
  run();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);

  done();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("does nothing more once it was cancelled", async () => {
  const work = vi.fn(() => Promise.resolve());
  const { run, cancel } = throttle(work, 1_000);

  run();
  run();
  cancel();
  run();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(work).toHaveBeenCalledTimes(1);
});

it("waits a pause where what was asked already may do", async () => {
  const work = vi.fn(() => Promise.resolve());
  const { runAfterPause } = throttle(work, 1_000);

  runAfterPause();
  runAfterPause();
  expect(work).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
