import { setTimeout as delay } from 'node:timers/promises';
import { asOwner } from '../../live/installation.js';
import type { LiveProject } from '../../live/portfolio.js';
import type { TeamLead } from '../../live/team-lead.js';
import type { Random } from '../hostile/random.js';

/** Lanes that write at the same time, each on projects of its own. */
const WRITERS = 4;

/** Reports on random projects without a pause, and goes on through every outage. */
export class Writing {
  acknowledged = 0;
  failed = 0;
  private stopped = false;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly lead: TeamLead,
    private readonly projects: LiveProject[],
    private readonly ownerUrl: string,
    private readonly random: Random,
  ) {}

  start(): void {
    this.running = Promise.all(Array.from({ length: WRITERS }, (_, lane) => this.write(this.projects.filter((_project, index) => index % WRITERS === lane))));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async write(mine: LiveProject[]): Promise<void> {
    while (!this.stopped) {
      const project = this.random.pick(mine);
      try {
        await this.lead.report(project);
        this.acknowledged++;
      } catch {
        this.failed++;
        await delay(50);
        await this.reread(project);
      }
      await delay(this.random.between(5, 40));
    }
  }

  /** Whether an unanswered report was taken is seen from the version. */
  private async reread(project: LiveProject): Promise<void> {
    try {
      await asOwner(this.ownerUrl, async (client) => {
        for (const task of project.tasks) {
          const { rows } = await client.query<{ version: number }>('SELECT version FROM task WHERE id = $1', [task.id]);
          task.version = rows[0]?.version ?? task.version;
        }
      });
    } catch {
      // The database is away as well; the next report will find out.
    }
  }
}
