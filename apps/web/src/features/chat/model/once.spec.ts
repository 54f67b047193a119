import { once } from './once';

describe('once', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('runs at once, and one more time for everything that came in the pause', () => {
    const work = jest.fn();
    const { run } = once(1_000, work);
    run(); run(); run();
    expect(work).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    expect(work).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(2);
    run();
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('stays still once it was cancelled', () => {
    const work = jest.fn();
    const { run, cancel } = once(1_000, work);
    run(); run();
    cancel();
    jest.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
