import { asOwner } from '../../live/installation.js';
import type { LiveProject } from '../../live/portfolio.js';
import type { WatchingScreen } from '../../live/subscription.js';

/** A client's open project page. */
export interface Screen {
  project: LiveProject;
  screen: WatchingScreen;
  /** Where it began. */
  from: number;
}

/** What the comparison found; `lost` to `wrongPositions` must be 0. */
export interface Figures {
  events: number;
  expected: number;
  delivered: number;
  lost: number;
  doubled: number;
  reordered: number;
  resyncs: number;
  wrongProgress: number;
  wrongPositions: number;
  /** Expected deliveries of the screen that had fewest. */
  fewest: number;
}

/** What every screen should have been told, from the log and the rule alone: the client sees the project move. */
export async function compare(screens: Screen[], ownerUrl: string, organizationId: string): Promise<Figures> {
  const figures: Figures = { events: 0, expected: 0, delivered: 0, lost: 0, doubled: 0, reordered: 0, resyncs: 0, wrongProgress: 0, wrongPositions: 0, fewest: Number.POSITIVE_INFINITY };
  await asOwner(ownerUrl, async (client) => {
    const log = await client.query<{ position: string; related: string[]; subject_id: string; moved: string[] }>(
      `SELECT p.position, e.related, e.subject_id, ARRAY(SELECT n->>'id' FROM jsonb_array_elements(coalesce(e.progress, '[]')) n
         WHERE (n->>'sharedWithClient')::boolean) AS moved
       FROM event_position p JOIN event e ON e.id = p.event_id WHERE p.organization_id = $1 ORDER BY p.position`, [organizationId]);
    figures.events = log.rows.filter(({ moved }) => moved.length > 0).length;
    figures.wrongPositions = log.rows.filter(({ position }, index) => Number(position) !== index + 1).length;
    for (const { project, screen, from } of screens) {
      const expected = log.rows.filter(({ position, moved }) => Number(position) > from && moved.includes(project.id)).map(({ position }) => Number(position));
      const told = screen.changes.filter(({ type }) => type !== 'RESYNC').map(({ position }) => Number(position));
      figures.expected += expected.length;
      figures.fewest = Math.min(figures.fewest, expected.length);
      figures.delivered += told.length;
      figures.resyncs += screen.changes.length - told.length;
      const seen = new Set(told);
      figures.lost += expected.filter((position) => !seen.has(position)).length;
      figures.doubled += told.length - seen.size;
      figures.reordered += told.filter((position, index) => index > 0 && position < (told[index - 1] ?? 0)).length;
      const { rows } = await client.query<{ work_done: string }>('SELECT work_done FROM project WHERE id = $1', [project.id]);
      const shown = screen.changes.at(-1)?.progress.find(({ id }) => id === project.id)?.workDone;
      // A screen that was told nothing shows what it loaded.
      if (expected.length > 0 && shown !== rows[0]?.work_done) {
        figures.wrongProgress++;
        process.stderr.write(`project ${project.id}: the screen shows ${shown ?? 'nothing'}, stored is ${rows[0]?.work_done ?? 'nothing'} (${expected.length} events)\n`);
      }
    }
  });
  return figures;
}
