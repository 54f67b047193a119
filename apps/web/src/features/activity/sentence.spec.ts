import { sentenceOf, type Tellable } from './sentence';

const task: Tellable = { kind: 'task.completed', phrase: 'completed', subject: 'task', recordId: 't1', recordName: 'Home page', contextSubject: 'project', contextId: 'p1', contextName: 'PRJ-1 Bakery' };
const said = (entries: readonly Tellable[]): string => sentenceOf(entries).map(({ text, quiet }) => (quiet ? `(${text})` : text)).join(' ');
const link = (entries: readonly Tellable[]): (string | null | undefined)[] => sentenceOf(entries).map(({ href }) => href).filter(Boolean);

describe('sentences', () => {
  it('name the record, and quietly where it lies', () => {
    expect(said([task])).toBe('completed Home page (PRJ-1 Bakery)');
    expect(link([task])).toEqual(['/tasks/t1', '/projects/p1']);
    expect(said([{ ...task, recordName: null, contextName: null }])).toBe('completed a task');
  });

  it('count several records of one place', () => {
    const phrase = 'changed the status of';
    expect(said([{ ...task, phrase }, { ...task, phrase, recordId: 't2' }, { ...task, phrase, recordId: 't3' }])).toBe('changed the status of 3 tasks of PRJ-1 Bakery');
    expect(said(['l1', 'l2'].map((recordId) => ({ ...task, phrase: 'created', subject: 'lead', recordId, contextSubject: null, contextId: null, contextName: null })))).toBe('created 2 leads');
  });

  it('say in order what was done to one record', () => {
    const steps = ['completed', 'assigned', 'created'].map((phrase) => ({ ...task, phrase }));
    expect(said(steps)).toBe('created, assigned and completed Home page (PRJ-1 Bakery)');
    expect(said([...steps, { ...task, phrase: 'updated' }])).toBe('made 4 changes to Home page (PRJ-1 Bakery)');
    expect(said([task, task])).toBe('completed Home page (PRJ-1 Bakery) (2 times)');
  });

  it('tell talk, files, requests and hand-offs by what they belong to', () => {
    const message = { ...task, subject: 'message', phrase: 'wrote', recordId: 'm1', recordName: null };
    expect(said([message])).toBe('wrote a message in PRJ-1 Bakery');
    expect(link([message])).toEqual(['/projects/p1?tab=chat']);
    expect(said([message, { ...message, recordId: 'm2' }])).toBe('wrote 2 messages in PRJ-1 Bakery');
    const file = { ...task, subject: 'file', phrase: 'added', recordId: 'f1', recordName: 'plan.pdf' };
    expect([said([file]), said([file, { ...file, recordId: 'f2' }])]).toEqual(['added plan.pdf to PRJ-1 Bakery', 'added 2 files to PRJ-1 Bakery']);
    expect(said([{ ...task, subject: 'handOff', phrase: 'handed over', recordId: 'h1', recordName: null }])).toBe('handed over PRJ-1 Bakery');
    expect(said([{ ...task, subject: 'taskRequest', phrase: 'asked for', recordId: 'q1', recordName: null, contextSubject: 'task', contextId: 't1', contextName: 'Home page' }])).toBe('asked for a sub-task of Home page');
  });
});
