import { Injectable } from '@nestjs/common';
import { accessOf, type OpenTree, type ProjectFacts, type ProjectStatus, WORK_DRIVEN, WorkTreeRepository } from '@throughline/delivery/progress';
import { authorize } from '@throughline/platform/access';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeText, refuse } from '@throughline/platform/kernel';
import { belowFollows } from './project.held.js';
import { projectSubject } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';
import { PROJECT_MOVE_PERMISSIONS, type ProjectMove, projectWorkflow, REASON_NEEDED } from './project.workflow.js';

/** Stage 7: what the department manager judged, and what follows from an approval. */
export interface ProjectJudgement {
  decision: 'APPROVED' | 'REJECTED' | 'RETURNED';
  feasibility: string;
  budget: string;
  resources: string;
  risk: string;
  conditions?: string | null;
  /** The project manager from now on; stays when absent. */
  ownerId?: string | null;
  /** Whether the client sees the project from now on; yes when absent. Approvals only. */
  shareWithClient?: boolean;
}

const MOVE_OF = { APPROVED: 'APPROVE', REJECTED: 'REJECT', RETURNED: 'RETURN' } as const;

/** The life of a project (PRO-02, PRO-04): every move of its state machine. */
@Injectable()
export class ProjectStatusService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly projects: ProjectRepository,
  ) {}

  /**
   * Makes one move of the project's state machine, approvals excepted.
   *
   * @throws AppError ILLEGAL_TRANSITION naming the moves allowed now; VALIDATION_FAILED when a reason is missing
   */
  move(actor: Actor, input: { id: string; version: number; move: ProjectMove; reason?: string | null }): Promise<string> {
    const { id, version, move } = input;
    if (move === 'APPROVE' || move === 'REJECT' || move === 'RETURN') {
      throw refuse('VALIDATION_FAILED', 'A project is judged with its assessment: use the approval.', 'move');
    }
    return this.unitOfWork.run(actor, async (work) => {
      const { open, facts } = await this.openFor(work, id, move);
      const reason = normalizeText(input.reason);
      if (REASON_NEEDED.includes(move) && reason === null) throw refuse('VALIDATION_FAILED', 'Say why.', 'reason');
      const before = open.tree.node(id).projectStatus!;
      await this.trees.edit(work, open, id, version, { status_reason: reason, ...timesOf(move) });
      open.tree.setProjectStatus(id, targetOf(before, move, facts));
      this.trees.save(work, open);
      this.record(work, open, id, `project.${PAST[move]}`, before, { reason });
      return id;
    });
  }

  /** Records the judgement on a submitted project and moves it accordingly (stage 7). */
  judge(actor: Actor, id: string, version: number, judgement: ProjectJudgement): Promise<string> {
    const move = MOVE_OF[judgement.decision];
    return this.unitOfWork.run(actor, async (work) => {
      const { open, facts } = await this.openFor(work, id, move);
      const texts = requiredTexts(judgement);
      const before = open.tree.node(id).projectStatus!;
      const target = targetOf(before, move, facts);
      await this.projects.requireStaff(work, judgement.ownerId, 'ownerId');
      const approved = judgement.decision === 'APPROVED';
      await this.trees.edit(work, open, id, version, { status_reason: texts.conditions, ...(approved ? { approved_at: new Date().toISOString() } : {}) });
      open.tree.setProjectStatus(id, target);
      this.trees.save(work, open);
      await insertRow(work, 'project_decision', { id: newId(), projectId: id, decision: judgement.decision, ...texts, decidedBy: actor.userId });
      const ownerId = judgement.ownerId ?? facts.ownerId;
      const shared = approved ? judgement.shareWithClient ?? true : open.isShared(id);
      await this.projects.update(work, id, version + 1, { owner_id: ownerId, shared_with_client: shared });
      await belowFollows(work, [id]);
      this.record(work, open, id, `project.${PAST[move]}`, before, { ...texts, ownerId, sharedWithClient: shared }, { ownerId, shared });
      return id;
    });
  }

  private async openFor(work: Work, id: string, move: ProjectMove): Promise<{ open: OpenTree; facts: ProjectFacts }> {
    const open = await this.trees.open(work, { projects: [id] });
    const facts = open.project(id);
    authorize(work.actor, PROJECT_MOVE_PERMISSIONS[move], projectSubject, accessOf(facts, open.isShared(id)));
    return { open, facts };
  }

  private record(
    work: Work, open: OpenTree, id: string, kind: string, before: ProjectStatus, said: Record<string, unknown>,
    after: { ownerId: string | null; shared: boolean } = { ownerId: open.project(id).ownerId, shared: open.isShared(id) },
  ): void {
    const facts = open.project(id);
    const values = Object.entries(said).filter(([, value]) => value != null);
    const accessAfter = accessOf({ ...facts, ownerId: after.ownerId }, after.shared);
    work.record({
      kind, subject: 'project', subjectId: id, related: [...open.related(id), facts.customerId, ...[facts.dealId, facts.ticketId].filter((other) => other !== null)],
      access: { before: accessOf(facts, open.isShared(id)), after: accessAfter },
      changes: {
        status: { before, after: open.tree.node(id).projectStatus },
        ...Object.fromEntries(values.map(([name, value]) => [name, { before: null, after: value }])),
      },
      progress: open.progress().map((node) => (node.id === id ? { ...node, sharedWithClient: after.shared, access: accessAfter } : node)),
    });
  }
}

/** What a move did, for the event's name. */
const PAST: Record<ProjectMove, string> = {
  SUBMIT: 'submitted', WITHDRAW: 'withdrawn', APPROVE: 'approved', RETURN: 'returned', REJECT: 'rejected', REVISE: 'revised', HOLD: 'held',
  RESUME: 'resumed', DELIVER: 'delivered', REOPEN: 'reopened', MAINTAIN: 'maintained', CLOSE: 'closed', ALLOW_UPDATES: 'updatesAllowed',
  CANCEL: 'cancelled', RESTORE: 'restored',
};

/** A project that was approved once is taken back to where its work stands, any other to a draft. */
function targetOf(from: ProjectStatus, move: ProjectMove, facts: ProjectFacts): ProjectStatus {
  const to = projectWorkflow.apply(from, move);
  return move === 'RESTORE' && facts.approvedAt !== null ? WORK_DRIVEN[0]! : to;
}

function timesOf(move: ProjectMove): Record<string, string | null> {
  const now = new Date().toISOString();
  switch (move) {
    case 'SUBMIT':
      return { submitted_at: now };
    case 'DELIVER':
      return { delivered_at: now };
    case 'REOPEN':
      return { delivered_at: null };
    case 'CLOSE':
      return { closed_at: now };
    case 'ALLOW_UPDATES':
      return { closed_at: null };
    default:
      return {};
  }
}

function requiredTexts(judgement: ProjectJudgement): { feasibility: string; budget: string; resources: string; risk: string; conditions: string | null } {
  const required = (field: 'feasibility' | 'budget' | 'resources' | 'risk'): string => {
    const text = normalizeText(judgement[field]);
    if (text === null) throw refuse('VALIDATION_FAILED', `Say what you found about the ${field}.`, field);
    return text;
  };
  const texts = { feasibility: required('feasibility'), budget: required('budget'), resources: required('resources'), risk: required('risk') };
  const conditions = normalizeText(judgement.conditions);
  if (judgement.decision !== 'APPROVED' && conditions === null) {
    throw refuse('VALIDATION_FAILED', 'Say what has to change, or why it is rejected.', 'conditions');
  }
  return { ...texts, conditions };
}
