/** The current time. Rules that depend on it take a `Clock`, so that tests set it (`libs/testing` has a fake). */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
