import { ApiClient } from '../../libs/testing/api/session.js';
import type { LiveProject } from './portfolio.js';

const REPORT = `mutation ($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { task { id version } errors { code message } } }`;

interface Answer {
  reportTaskProgress: { task: { id: string; version: number } | null; errors: { code: string; message: string }[] };
}

/** Somebody who reports on tasks of every project, through the API. */
export class TeamLead {
  private round = 0;

  private constructor(private readonly client: ApiClient) {}

  static async signIn(url: string, email: string): Promise<TeamLead> {
    return new TeamLead(await new ApiClient(url).signIn(email));
  }

  /** Reports another share on one of a project's tasks. @throws Error when it was refused or the API did not answer */
  async report(project: LiveProject): Promise<void> {
    const task = project.tasks[this.round++ % project.tasks.length];
    if (!task) throw new Error('The project has no task.');
    const progressBasisPoints = 100 + (this.round * 37) % 9_000;
    const { data, errors } = await this.client.send<Answer>(REPORT, { input: { id: task.id, version: task.version, progressBasisPoints } });
    const refused = [...errors, ...(data?.reportTaskProgress.errors ?? [])];
    if (refused.length > 0 || !data?.reportTaskProgress.task) throw new Error(JSON.stringify(refused).slice(0, 300));
    task.version = data.reportTaskProgress.task.version;
  }
}
