import { Injectable } from '@nestjs/common';
import { accessOf, type OpenTree, type ProgressMode, type ProjectFacts, projectNode, WorkTreeRepository } from '@throughline/delivery/progress';
import { allows, authorize, type Permission } from '@throughline/platform/access';
import { type AccessColumns, columnValues, fieldChanges, insertRow, Numbers, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { belowFollows } from './project.held.js';
import { projectPermissions, projectSubject } from './project.policy.js';
import { ProjectRepository, type ProjectRow } from './project.repository.js';
import { type ProjectText, requireDates, requiredLine, storedText } from './project.text.js';

/** What a draft project is made of; money in minor units, dates as YYYY-MM-DD. */
export interface DraftProject extends ProjectText {
  name: string;
  customerId: string;
  dealId?: string | null;
  ticketId?: string | null;
  quoteId?: string | null;
  categoryId?: string | null;
  departmentId?: string | null;
  teamId?: string | null;
  /** The project manager. */
  ownerId?: string | null;
  parentProjectId?: string | null;
  budgetMinor?: bigint | null;
  /** The organization's when absent. */
  currency?: string;
  /** ESTIMATE when absent. A sub-project follows its outermost project. */
  progressMode?: ProgressMode;
}

/** Facts of a project that people edit; absent ones stay. */
export interface ProjectChanges extends ProjectText {
  name?: string;
  budgetMinor?: bigint | null;
  ownerId?: string | null;
  teamId?: string | null;
  departmentId?: string | null;
  sharedWithClient?: boolean;
  progressMode?: ProgressMode;
}

/** Projects and sub-projects: creating them and their facts (PRO-01, PRO-03). Their states: `ProjectStatusService`. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly projects: ProjectRepository,
    private readonly numbers: Numbers,
  ) {}

  /** Creates a DRAFT project by hand. */
  create(actor: Actor, draft: DraftProject): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { customerId, departmentId = null, teamId = null, ownerId = null } = draft;
      if (!allows(actor.ability, projectPermissions.create, { customerId, departmentId, teamId, ownerId, sharedWithClient: false })) {
        throw refuse('FORBIDDEN', 'You may not create projects for this department.', 'departmentId');
      }
      return this.createDraft(work, actor, draft);
    });
  }

  /**
   * Creates a DRAFT project inside a running transaction, for callers that checked their own permission: scoping a ticket
   * is the permission to make its project (stage 6).
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, NOT_FOUND at the field of a missing record, PRECONDITION_FAILED (parent of another customer)
   */
  async createDraft(work: Work, actor: Actor, draft: DraftProject): Promise<string> {
    const name = requiredLine(draft.name, 'name', 'Give the project a name.');
    requireDates(draft.startOn, draft.dueOn);
    await this.requireLinks(work, draft);
    const parentId = draft.parentProjectId ?? null;
    const open = parentId ? await this.trees.open(work, { projects: [parentId] }) : null;
    if (parentId && open) this.requireParent(actor, open, parentId, draft.customerId);
    const id = newId();
    const values = {
      id, number: await this.numbers.next(actor.organizationId, 'PRJ'), name, ...storedText(draft), customerId: draft.customerId,
      dealId: draft.dealId ?? null, ticketId: draft.ticketId ?? null, quoteId: draft.quoteId ?? null, categoryId: draft.categoryId ?? null,
      departmentId: draft.departmentId ?? null, teamId: draft.teamId ?? null, ownerId: draft.ownerId ?? null, parentProjectId: parentId,
      budgetMinor: draft.budgetMinor ?? null, currency: draft.currency ?? (await this.projects.currency(work)), progressMode: draft.progressMode ?? 'ESTIMATE',
    };
    await insertRow(work, 'project', values);
    if (open && parentId) {
      open.tree.add(projectNode(id, 'DRAFT'));
      open.tree.attach(id, parentId);
      this.trees.save(work, open);
    }
    const { id: _, ...shown } = values;
    work.record({
      kind: 'project.created', subject: 'project', subjectId: id,
      related: [...(open?.related(id) ?? []), ...[draft.customerId, draft.dealId, draft.ticketId].filter((other) => other != null)],
      access: { before: null, after: accessOf(values, false) }, changes: fieldChanges({}, shown),
      ...(open ? { progress: open.progress() } : {}),
    });
    return id;
  }

  /** Changes facts of a project. A new manager, team or department goes to its milestones and tasks too. */
  update(actor: Actor, id: string, version: number, changes: ProjectChanges): Promise<string> {
    return this.change(actor, id, version, projectPermissions.update, async (work, open, facts) => {
      const row = await this.projects.lock(work, id);
      const stored = { ...changes, ...storedText(changes), ...(changes.name === undefined ? {} : { name: requiredLine(changes.name, 'name', 'Give the project a name.') }) };
      const after = { ...row, ...withoutAbsent(stored) };
      requireDates(after.startOn, after.dueOn);
      const difference = fieldChanges(row, stored);
      if (Object.keys(difference).length === 0) return;
      await this.checkUpdate(work, actor, open, id, row, changes);
      const access = { ...facts, ownerId: after.ownerId, teamId: after.teamId, departmentId: after.departmentId };
      authorize(actor, projectPermissions.update, projectSubject, accessOf(access, after.sharedWithClient));
      await this.projects.update(work, id, version, columnValues(stored));
      await belowFollows(work, [id]);
      this.record(work, open, id, 'project.updated', difference, accessOf(access, after.sharedWithClient));
    });
  }

  /**
   * Makes a project a part of another one, or of none.
   *
   * @throws AppError PRECONDITION_FAILED: another customer's, or one of its own parts; the trees weigh differently
   */
  place(actor: Actor, input: { id: string; version: number; parentProjectId: string | null }): Promise<string> {
    const { id, version, parentProjectId } = input;
    return this.change(actor, id, version, projectPermissions.update, async (work, open, facts) => {
      const before = open.tree.node(id).parentId;
      if (before === parentProjectId) return;
      if (parentProjectId) {
        this.requireParent(actor, open, parentProjectId, facts.customerId);
        if (parentProjectId === id || open.tree.above(parentProjectId).some((above) => above.id === id)) {
          throw refuse('PRECONDITION_FAILED', 'A project cannot be a part of itself or of its own parts.', 'parentProjectId');
        }
        if (open.modeOf(parentProjectId) !== open.modeOf(id)) {
          throw refuse('PRECONDITION_FAILED', 'The two projects measure progress differently. Choose the same progress mode for both first.', 'parentProjectId');
        }
      }
      await this.trees.edit(work, open, id, version, { parent_project_id: parentProjectId });
      if (before) open.tree.detach(id);
      if (parentProjectId) open.tree.attach(id, parentProjectId);
      this.trees.save(work, open);
      this.record(work, open, id, 'project.placed', { parentProjectId: { before, after: parentProjectId } }, accessOf(facts, open.isShared(id)), before ? [before] : []);
    }, parentProjectId ? [parentProjectId] : []);
  }

  /** Opens a project's tree, checks the caller on the loaded record and the version, and lets `body` change it. */
  private change(
    actor: Actor, id: string, version: number, permission: Permission,
    body: (work: Work, open: OpenTree, facts: ProjectFacts) => Promise<void>, also: string[] = [],
  ): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.trees.open(work, { projects: [id, ...also] });
      const facts = open.project(id);
      authorize(actor, permission, projectSubject, accessOf(facts, open.isShared(id)));
      await this.trees.edit(work, open, id, version);
      await body(work, open, facts);
      return id;
    });
  }

  private requireParent(actor: Actor, open: OpenTree, parentId: string, customerId: string): void {
    const parent = open.project(parentId, 'parentProjectId');
    authorize(actor, projectPermissions.update, projectSubject, accessOf(parent, open.isShared(parentId)));
    if (parent.customerId !== customerId) throw refuse('PRECONDITION_FAILED', 'A part of a project belongs to the same customer.', 'parentProjectId');
  }

  private async checkUpdate(work: Work, actor: Actor, open: OpenTree, id: string, row: ProjectRow, changes: ProjectChanges): Promise<void> {
    await this.requireLinks(work, changes);
    const node = open.tree.node(id);
    if (changes.sharedWithClient && !row.sharedWithClient && !open.project(id).approvedAt) {
      throw refuse('PRECONDITION_FAILED', 'A client sees a project only after its approval.', 'sharedWithClient');
    }
    if (changes.progressMode === undefined || changes.progressMode === row.progressMode) return;
    if (node.parentId) throw refuse('PRECONDITION_FAILED', 'A sub-project measures progress like the project it is part of.', 'progressMode');
    if (Object.values(node.children).some((count) => count > 0)) {
      throw refuse('PRECONDITION_FAILED', 'How progress is measured can be changed only while the project has no tasks and no sub-projects.', 'progressMode');
    }
  }

  private async requireLinks(work: Work, links: Partial<DraftProject>): Promise<void> {
    await this.projects.requireStaff(work, links.ownerId, 'ownerId');
    await this.projects.requireLinks(work, [
      { table: 'customer', label: 'customer', field: 'customerId', id: links.customerId },
      { table: 'deal', label: 'deal', field: 'dealId', id: links.dealId },
      { table: 'service_category', label: 'service category', field: 'categoryId', id: links.categoryId },
      { table: 'department', label: 'department', field: 'departmentId', id: links.departmentId },
      { table: 'team', label: 'team', field: 'teamId', id: links.teamId },
    ]);
  }

  private record(
    work: Work, open: OpenTree, id: string, kind: string, changes: Record<string, { before: unknown; after: unknown }>,
    after: AccessColumns, alsoRelated: string[] = [],
  ): void {
    const facts = open.project(id);
    work.record({
      kind, subject: 'project', subjectId: id, related: [...open.related(id), ...alsoRelated, facts.customerId],
      access: { before: accessOf(facts, open.isShared(id)), after }, changes, progress: open.progress(),
    });
  }
}

function withoutAbsent<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
