import type { LiveProject } from '../../live/portfolio.js';
import type { Random } from '../hostile/random.js';
import type { Acknowledged, InsistentClient } from './insistent-client.js';

const PAYLOAD = 'task { id version } errors { code message }';
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { ${PAYLOAD} } }`;
const REPORT = `mutation ($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { ${PAYLOAD} } }`;
const STATUS = `mutation ($input: ChangeTaskStatusInput!) { changeTaskStatus(input: $input) { ${PAYLOAD} } }`;

/** A task that one writer alone works on. */
export interface OwnTask { id: string; version: number; status: 'TODO' | 'IN_PROGRESS'; acknowledged: number }

/** A task that was acknowledged as created. */
export interface Created extends Acknowledged { title: string }

/** Writes one mutation after the other; how many were acknowledged is known for every record. */
export class Writer {
  readonly created: Created[] = [];
  readonly tasks: OwnTask[];
  /** Mutations that needed more than one try. */
  interrupted = 0;

  constructor(
    private readonly name: string,
    readonly client: InsistentClient,
    private readonly projects: readonly LiveProject[],
    tasks: readonly { id: string; version: number }[],
    private readonly random: Random,
  ) {
    this.tasks = tasks.map(({ id, version }) => ({ id, version, status: 'TODO', acknowledged: 0 }));
  }

  async write(): Promise<void> {
    const kind = this.random.between(1, 3);
    const done = kind === 1 ? await this.create() : await this.change(kind === 2);
    if (done.firstFailure !== null) this.interrupted++;
  }

  /** In a project that others write in as well. */
  private async create(): Promise<Acknowledged> {
    const title = `${this.name}.${this.created.length}`;
    const made = await this.client.mutate('createTask', CREATE, { projectId: this.random.pick(this.projects).id, title, estimateMinutes: this.random.between(10, 90) });
    this.created.push({ ...made, title });
    return made;
  }

  private async change(report: boolean): Promise<Acknowledged> {
    const task = this.random.pick(this.tasks);
    const target = { id: task.id, version: task.version };
    const status = task.status === 'TODO' ? 'IN_PROGRESS' : 'TODO';
    // Reported shares differ every time; a report starts a task that was not started.
    const done = report
      ? await this.client.mutate('reportTaskProgress', REPORT, { ...target, progressBasisPoints: 1 + (task.version * 37) % 9_000 })
      : await this.client.mutate('changeTaskStatus', STATUS, { ...target, status });
    task.status = report ? 'IN_PROGRESS' : status;
    task.version += 1;
    task.acknowledged += 1;
    return done;
  }
}
