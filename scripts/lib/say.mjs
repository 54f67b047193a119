// What the commands say to the person in front of the terminal.
const started = Date.now();

export const say = (text) => process.stdout.write(`${text}\n`);

/** Milliseconds as people read them: `0.4 s`, `1 min 12 s`. */
export function duration(ms) {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Since this process began. */
export const elapsed = () => duration(Date.now() - started);

/**
 * Names a step, does it, says how long it took. What `work` returns as text is added in brackets.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = Date.now();
  const terminal = process.stdout.isTTY === true;
  if (terminal) process.stdout.write(`  ${name} ...`);
  const end = (text) => say(`${terminal ? '\r' : ''}  ${name.padEnd(34)} ${duration(Date.now() - from).padStart(8)}${text}`);
  try {
    const result = await work();
    end(typeof result === 'string' ? `  (${result})` : '');
    return result;
  } catch (error) {
    end('  failed');
    throw error;
  }
}

/** An error a person can act on: printed as its message, without a stack. */
export class Problem extends Error {}

/** Prints what went wrong and sets the exit code. */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Problem ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
