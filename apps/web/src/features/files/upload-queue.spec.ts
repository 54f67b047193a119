import { type SendingEvents, type Upload, UploadQueue } from './upload-queue';

interface Sent extends SendingEvents {
  name: string;
  calls: string[];
}

function desk() {
  const sent: Sent[] = [];
  const done: Upload[] = [];
  const released: string[] = [];
  const queue = new UploadQueue(
    (file, events) => {
      const calls: string[] = [];
      sent.push({ ...events, name: file.name, calls });
      return { pause: () => calls.push('pause'), resume: () => calls.push('resume'), cancel: () => calls.push('cancel') };
    },
    { createObjectURL: (file) => `blob:${file.name}`, revokeObjectURL: (address) => released.push(address) },
    (upload) => done.push(upload),
  );
  return { queue, sent, done, released, states: () => queue.get().map(({ name, state }) => `${name} ${state}`) };
}

const file = (name: string, { bytes = 10, type = 'text/plain' } = {}) => new File(['x'.repeat(bytes)], name, { type, lastModified: 1 });

/** The sending of a file; the last one, when it was sent anew. */
function sendingOf(sent: Sent[], name: string): Sent {
  const found = sent.findLast((each) => each.name === name);
  if (!found) throw new Error(`${name} was not sent`);
  return found;
}

const keyOf = (queue: UploadQueue, name: string): string => queue.get().find((upload) => upload.name === name)?.key ?? '';

describe('files on their way', () => {
  it('sends two at once, the others in their order', () => {
    const { queue, sent, states, done } = desk();
    queue.add([file('a'), file('b'), file('c')]);
    expect(states()).toEqual(['a SENDING', 'b SENDING', 'c QUEUED']);
    sendingOf(sent, 'a').onProgress(10);
    expect(states()).toEqual(['a CHECKING', 'b SENDING', 'c QUEUED']);
    sendingOf(sent, 'a').onDone('id-a');
    expect(states()).toEqual(['a DONE', 'b SENDING', 'c SENDING']);
    expect(done.map(({ fileId }) => fileId)).toEqual(['id-a']);
  });

  it('gives a paused one’s place away and goes on where the server is', () => {
    const { queue, sent, states } = desk();
    queue.add([file('a'), file('b'), file('c')]);
    sendingOf(sent, 'a').onProgress(4);
    queue.pause(keyOf(queue, 'a'));
    expect(states()).toEqual(['a PAUSED', 'b SENDING', 'c SENDING']);
    // What the wire still tells of it does not wake it.
    sendingOf(sent, 'a').onProgress(6);
    sendingOf(sent, 'a').onLost();
    expect(states()[0]).toBe('a PAUSED');
    queue.resume(keyOf(queue, 'a'));
    expect(states()[0]).toBe('a QUEUED');
    sendingOf(sent, 'b').onDone('id-b');
    expect(states()).toEqual(['a SENDING', 'b DONE', 'c SENDING']);
    expect(sendingOf(sent, 'a').calls).toEqual(['pause', 'resume']);
    expect(sent.filter(({ name }) => name === 'a')).toHaveLength(1);
  });

  it('goes on by itself after the connection was lost', () => {
    const { queue, sent, states } = desk();
    queue.add([file('a')]);
    sendingOf(sent, 'a').onLost();
    expect(states()).toEqual(['a LOST']);
    sendingOf(sent, 'a').onProgress(5);
    expect(states()).toEqual(['a SENDING']);
  });

  it('keeps a refused one with its reason, and repeats only what may succeed', () => {
    const { queue, sent, states } = desk();
    queue.add([file('a'), file('b'), file('c')]);
    sendingOf(sent, 'a').onProblem('Not allowed.', false);
    expect(states()).toEqual(['a FAILED', 'b SENDING', 'c SENDING']);
    expect(queue.get()[0]?.problem).toBe('Not allowed.');
    queue.resume(keyOf(queue, 'a'));
    expect(states()[0]).toBe('a FAILED');
    sendingOf(sent, 'b').onProblem('Broken.', true);
    queue.resume(keyOf(queue, 'b'));
    expect(states()[1]).toBe('b SENDING');
    expect(queue.get()[1]?.problem).toBeNull();
  });

  it('takes a file once, unless it failed', () => {
    const { queue, sent, states } = desk();
    queue.add([file('a'), file('a')]);
    expect(states()).toEqual(['a SENDING']);
    sendingOf(sent, 'a').onProblem('Not allowed.', false);
    queue.add([file('a')]);
    expect(states()).toEqual(['a SENDING']);
    expect(sent).toHaveLength(2);
  });

  it('lets the server forget what is taken away unfinished, and its picture go', () => {
    const { queue, sent, released, states } = desk();
    queue.add([file('a.png', { type: 'image/png' }), file('b')]);
    expect(queue.get().map(({ picture }) => picture)).toEqual(['blob:a.png', null]);
    queue.remove(keyOf(queue, 'a.png'));
    sendingOf(sent, 'b').onDone('id-b');
    queue.remove(keyOf(queue, 'b'));
    expect(states()).toEqual([]);
    expect(released).toEqual(['blob:a.png']);
    expect(sendingOf(sent, 'a.png').calls).toEqual(['cancel']);
    expect(sendingOf(sent, 'b').calls).toEqual([]);
    // What comes late changes nothing.
    sendingOf(sent, 'a.png').onDone('id-a');
    expect(states()).toEqual([]);
  });

  it('clears what was posted and tells watchers of every change', () => {
    const { queue, sent, states } = desk();
    let told = 0;
    const stop = queue.subscribe(() => told++);
    queue.add([file('a'), file('b')]);
    sendingOf(sent, 'a').onDone('id-a');
    const before = told;
    queue.clearDone();
    expect(states()).toEqual(['b SENDING']);
    expect(told).toBe(before + 1);
    expect(queue.get()).toBe(queue.get());
    stop();
    queue.close();
    expect(sendingOf(sent, 'b').calls).toEqual(['pause']);
  });
});
