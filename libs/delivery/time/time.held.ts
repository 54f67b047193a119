import { defineHeldRecords } from '@throughline/identity/departments';

// Logged time stays with whoever worked; only a team that is deleted lets go of it.
defineHeldRecords({
  kind: 'TIME', label: 'logged time', holders: [], count: () => Promise.resolve(0), reassign: () => Promise.resolve(0),
  async leaveTeam(work, from, to) {
    await work.execute('UPDATE time_entry SET team_id = $3 WHERE organization_id = $1 AND team_id = $2', [work.actor.organizationId, from, to]);
  },
});
