import { uploadFile } from '../uploads.js';
import type { Stage } from '../stage.js';
import type { Deeds } from './deed.js';

export const ticketDeeds: Deeds = {
  updateTicket: async (stage) => stage.do('updateTicket', { id: await stage.ticket(), title: stage.text('Ticket'), tags: [stage.text('tag')] }),
  openOnboardingTicket: (stage) => stage.ticket(),
  validateTicket: (stage) => stage.releasedTicket(),
  assignTicket: async (stage) => stage.do('assignTicket', { id: await stage.releasedTicket(), ownerId: stage.world.agency.users.SUPPORT_AGENT.id }),
  moveTicket: async (stage) => stage.do('moveTicket', { id: await stage.releasedTicket(), move: 'START' }),
  moveTicketRequirement: async (stage) => {
    const ticket = await stage.releasedTicket();
    await stage.do('moveTicketRequirement', { id: await requirement(stage, ticket), move: 'RECEIVE', value: stage.text() });
  },
  scopeTicket: async (stage) => {
    const id = await stage.releasedTicket();
    const { ticket } = await stage.ask<{ ticket: { requirements: { id: string }[] } }>('query ($id: ID!) { ticket(id: $id) { requirements { id } } }', { id });
    for (const item of ticket.requirements) {
      await stage.do('moveTicketRequirement', { id: item.id, move: 'RECEIVE', value: stage.text() });
      await stage.do('moveTicketRequirement', { id: item.id, move: 'VERIFY' });
    }
    await stage.do('scopeTicket', { id, projectName: stage.text('Project'), scope: stage.text() });
  },
  updateTicketSettings: async (stage) => {
    const version = async (): Promise<number> => (await stage.ask<{ ticketSettings: { version: number } }>('{ ticketSettings { version } }')).ticketSettings.version;
    await stage.do('updateTicketSettings', { version: await version(), openForWonDeals: true, categoryKey: 'WEB' });
    // By itself, behind the deal.
    await stage.wonDeal();
    await stage.do('updateTicketSettings', { version: await version(), openForWonDeals: false, categoryKey: 'WEB' });
  },
  createServiceCategory: (stage) => category(stage),
  updateServiceCategory: async (stage) => stage.do('updateServiceCategory', { id: await category(stage), name: stage.text('Category'), checklist: [{ kind: 'INFORMATION', required: true, title: stage.text('Line') }] }),
  archiveServiceCategory: async (stage) => stage.do('archiveServiceCategory', { id: await category(stage) }),
  restoreServiceCategory: async (stage) => {
    const id = await category(stage);
    await stage.do('archiveServiceCategory', { id });
    await stage.do('restoreServiceCategory', { id });
  },
};

const requirement = (stage: Stage, ticket: string): Promise<string> => stage.value('SELECT id FROM ticket_requirement WHERE ticket_id = $1 ORDER BY position LIMIT 1', ticket);
const category = (stage: Stage): Promise<string> => stage.make('createServiceCategory', { name: stage.text('Category'), departmentId: stage.places.here });

export const projectDeeds: Deeds = {
  createProject: async (stage) => {
    await stage.draftProject();
    await stage.draftProject({ parentProjectId: await stage.mainProject() });
  },
  // Everything that lies in it goes with it: to another department and manager, out of the client's sight and back.
  updateProject: async (stage) => {
    const id = await stage.project();
    await stage.make('createMilestone', { projectId: id, name: stage.text('Milestone'), sharedWithClient: true });
    await stage.task({ projectId: id, assigneeIds: [] });
    await stage.do('attachFiles', { fileIds: [await uploadFile(stage.cast.doer.api, `${stage.text('file')}.txt`)], subject: 'project', recordId: id, sharedWithClient: true });
    await stage.do('updateProject', { id, name: stage.text('Project') });
    await stage.do('updateProject', { id, sharedWithClient: false });
    await stage.do('updateProject', { id, sharedWithClient: true });
    await stage.do('updateProject', { id, departmentId: stage.places.elsewhere, ownerId: stage.cast.outsider.id });
    await stage.do('updateProject', { id, departmentId: stage.places.here, ownerId: stage.cast.staff.id });
  },
  submitProject: async (stage) => stage.do('submitProject', { id: await stage.draftProject() }),
  approveProject: async (stage) => {
    const id = await stage.draftProject();
    await stage.make('createMilestone', { projectId: id, name: stage.text('Milestone') });
    await stage.task({ projectId: id, assigneeIds: [], sharedWithClient: false });
    await stage.do('submitProject', { id });
    await stage.do('approveProject', { id, decision: 'APPROVED', ...stage.judgement(), ownerId: stage.cast.outsider.id, shareWithClient: true });
  },
  moveProject: async (stage) => {
    const id = await stage.project();
    await stage.task({ projectId: id });
    await stage.do('moveProject', { id, move: 'HOLD', reason: stage.text() });
    await stage.do('moveProject', { id, move: 'RESUME' });
    await stage.do('moveProject', { id, move: 'CANCEL', reason: stage.text() });
    await stage.do('moveProject', { id, move: 'RESTORE' });
  },
  placeProject: async (stage) => {
    const [id, from, to] = [await stage.project(), await stage.project(), await stage.project()];
    await stage.task({ projectId: id });
    await stage.do('placeProject', { id, parentProjectId: from });
    await stage.do('placeProject', { id, parentProjectId: to });
    await stage.do('placeProject', { id, parentProjectId: null });
  },
  createMilestone: (stage) => milestone(stage),
  updateMilestone: async (stage) => {
    const id = await milestone(stage);
    await stage.do('updateMilestone', { id, name: stage.text('Milestone'), dueOn: '2027-05-01' });
    await stage.do('updateMilestone', { id, sharedWithClient: true });
    await stage.do('updateMilestone', { id, sharedWithClient: false });
  },
  deleteMilestone: async (stage) => {
    const id = await milestone(stage);
    await stage.task({ milestoneId: id });
    await stage.do('deleteMilestone', { id });
  },
};

const milestone = async (stage: Stage): Promise<string> => stage.make('createMilestone', { projectId: await stage.mainProject(), name: stage.text('Milestone') });

export const taskDeeds: Deeds = {
  createTask: async (stage) => {
    await stage.task();
    await stage.task({ sharedWithClient: false, assigneeIds: [stage.cast.outsider.id] });
  },
  createSubTask: async (stage) => {
    const parentId = await stage.task();
    await stage.make('createSubTask', { parentId, title: stage.text('Part') });
    await stage.make('createSubTask', { parentId, title: stage.text('Part'), sharedWithClient: true, assigneeIds: [stage.cast.outsider.id] });
  },
  createTasksFromTemplate: async (stage) => stage.do('createTasksFromTemplate', { projectId: await stage.project(), templateKey: 'WEB' }),
  updateTask: async (stage) => {
    const id = await stage.task();
    await stage.make('createSubTask', { parentId: id, title: stage.text('Part'), sharedWithClient: true });
    await stage.do('updateTask', { id, title: stage.text('Task'), estimateMinutes: 90, labels: [stage.text('label')] });
    await stage.do('updateTask', { id, sharedWithClient: false });
    await stage.do('updateTask', { id, sharedWithClient: true });
  },
  assignTask: async (stage) => {
    const id = await stage.task();
    await stage.do('assignTask', { id, assigneeIds: [stage.cast.outsider.id] });
    await stage.do('assignTask', { id, assigneeIds: [] });
  },
  claimTask: async (stage) => stage.do('claimTask', { id: await stage.task({ assigneeIds: [] }) }, stage.cast.staff),
  reportTaskProgress: async (stage) => stage.do('reportTaskProgress', { id: await part(stage), progressBasisPoints: 4_000 }),
  changeTaskStatus: async (stage) => {
    const id = await part(stage);
    await stage.do('changeTaskStatus', { id, status: 'IN_PROGRESS' });
    await stage.do('changeTaskStatus', { id, status: 'BLOCKED', reason: stage.text() });
    await stage.do('changeTaskStatus', { id, status: 'IN_PROGRESS' });
    await stage.do('changeTaskStatus', { id, status: 'COMPLETED' });
  },
  submitForReview: (stage) => handedIn(stage),
  reviewTask: async (stage) => {
    await stage.do('reviewTask', { id: await handedIn(stage), decision: 'RETURNED', reason: stage.text() });
    await stage.do('reviewTask', { id: await handedIn(stage), decision: 'ACCEPTED' });
  },
  reweighTask: async (stage) => stage.do('reweighTask', { id: await part(stage), weight: 240 }),
  overrideTaskStatus: async (stage) => {
    const parentId = await stage.task();
    await stage.make('createSubTask', { parentId, title: stage.text('Part') });
    await stage.do('overrideTaskStatus', { id: parentId, status: 'BLOCKED', reason: stage.text() });
  },
  moveTask: async (stage) => {
    const [projectId, milestoneId] = [await stage.project(), await milestone(stage)];
    const id = await stage.task({ milestoneId });
    await stage.make('createSubTask', { parentId: id, title: stage.text('Part') });
    await stage.do('moveTask', { id, parentId: await stage.task() });
    await stage.do('moveTask', { id, projectId });
  },
  cancelTask: async (stage) => stage.do('cancelTask', { id: await part(stage), reason: stage.text() }),
  restoreTask: async (stage) => {
    const id = await stage.task();
    await stage.make('createSubTask', { parentId: id, title: stage.text('Part') });
    await stage.do('cancelTask', { id, reason: stage.text() });
    await stage.do('restoreTask', { id });
  },
  deleteTask: async (stage) => {
    await stage.do('deleteTask', { id: await part(stage) });
    const id = await stage.task();
    const below = await stage.make('createSubTask', { parentId: id, title: stage.text('Part'), sharedWithClient: true });
    await stage.do('attachFiles', { fileIds: [await uploadFile(stage.cast.doer.api, `${stage.text('file')}.txt`)], subject: 'task', recordId: below, sharedWithClient: true });
    await stage.make('requestSubTask', { parentId: below, title: stage.text('Request') });
    await stage.do('deleteTask', { id, withSubTasks: true });
  },
  requestSubTask: async (stage) => stage.make('requestSubTask', { parentId: await stage.task(), title: stage.text('Request') }, stage.cast.staff),
  decideTaskRequest: async (stage) => {
    const parentId = await stage.task();
    for (const approve of [true, false]) {
      const id = await stage.make('requestSubTask', { parentId, title: stage.text('Request') }, stage.cast.staff);
      await stage.do('decideTaskRequest', { id, approve, ...(approve ? {} : { reason: stage.text() }) });
    }
  },
  logTime: (stage) => timeEntry(stage),
  updateTimeEntry: async (stage) => stage.do('updateTimeEntry', { id: await timeEntry(stage), minutes: 45, note: stage.text() }),
  deleteTimeEntry: async (stage) => stage.do('deleteTimeEntry', { id: await timeEntry(stage) }),
};

/** A part of a task, so that sums move above it. */
const part = async (stage: Stage): Promise<string> => stage.make('createSubTask', { parentId: await stage.task(), title: stage.text('Part'), estimateMinutes: 60, assigneeIds: [stage.cast.staff.id] });

async function handedIn(stage: Stage): Promise<string> {
  const id = await stage.task({ requiresReview: true, reviewerId: stage.world.agency.users.DEPARTMENT_MANAGER.id });
  await stage.do('submitForReview', { id }, stage.cast.staff);
  return id;
}

const timeEntry = async (stage: Stage): Promise<string> => stage.make('logTime', { taskId: await stage.task(), minutes: 30, workedOn: '2026-11-02', note: stage.text() }, stage.cast.staff);

export const fileDeeds: Deeds = {
  attachFiles: (stage) => attached(stage),
  handInFiles: async (stage) => stage.do('handInFiles', { fileIds: [await uploadFile(stage.cast.client.api, `${stage.text('file')}.txt`)], subject: 'project', recordId: await stage.mainProject() }, stage.cast.client),
  renameFile: async (stage) => stage.do('renameFile', { id: await attached(stage), name: `${stage.text('file')}.txt` }),
  shareFile: async (stage) => {
    const id = await attached(stage);
    await stage.do('shareFile', { id, sharedWithClient: true });
    await stage.do('shareFile', { id, sharedWithClient: false });
  },
  deleteFile: async (stage) => {
    const id = await attached(stage);
    await stage.do('shareFile', { id, sharedWithClient: true });
    await stage.do('deleteFile', { id });
  },
  updateFilePolicy: async (stage) => {
    const { filePolicy } = await stage.ask<{ filePolicy: { version: number; allowedTypes: string[]; maxBytes: string } }>('{ filePolicy { version allowedTypes maxBytes } }');
    await stage.do('updateFilePolicy', { version: filePolicy.version, allowedTypes: filePolicy.allowedTypes, maxBytes: String(BigInt(filePolicy.maxBytes) - 1n) });
  },
};

async function attached(stage: Stage): Promise<string> {
  const id = await uploadFile(stage.cast.doer.api, `${stage.text('file')}.txt`);
  await stage.do('attachFiles', { fileIds: [id], subject: 'project', recordId: await stage.mainProject(), sharedWithClient: false });
  return id;
}
