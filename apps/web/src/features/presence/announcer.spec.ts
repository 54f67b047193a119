import { Announcer } from './announcer';

function desk() {
  const said: string[] = [];
  let beat: (() => void) | null = null;
  const announcer = new Announcer({
    say: (mode) => said.push(mode),
    every: (_, run) => {
      beat = run;
      return () => {
        if (beat === run) beat = null;
      };
    },
  });
  return { announcer, said, tick: () => beat?.(), quiet: () => beat === null };
}

describe('what a page says of its person', () => {
  it('says each change once, and repeats what would run out', () => {
    const { announcer, said, tick } = desk();
    announcer.setVisible(true);
    announcer.setVisible(true);
    tick();
    announcer.setEditing(true);
    tick();
    announcer.setEditing(false);
    expect(said).toEqual(['VIEWING', 'VIEWING', 'EDITING', 'EDITING', 'VIEWING']);
  });

  it('says nothing while nobody can see it, and comes back as it was', () => {
    const { announcer, said, tick, quiet } = desk();
    announcer.setEditing(true);
    expect(said).toEqual([]);
    announcer.setVisible(true);
    announcer.setVisible(false);
    expect(quiet()).toBe(true);
    tick();
    announcer.setVisible(true);
    expect(said).toEqual(['EDITING', 'GONE', 'EDITING']);
  });

  it('leaves once', () => {
    const { announcer, said, quiet } = desk();
    announcer.close();
    announcer.setVisible(true);
    announcer.close();
    announcer.close();
    expect(said).toEqual(['VIEWING', 'GONE']);
    expect(quiet()).toBe(true);
  });
});
