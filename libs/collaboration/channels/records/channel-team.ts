import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';

/** People of a channel's record as (channel_id, user_id), by the kind of channel: who follows it without having asked. */
const TEAMS = `
  SELECT c.id AS channel_id, person.user_id FROM channel c JOIN project p ON p.organization_id = c.organization_id AND p.id = c.record_id
    CROSS JOIN LATERAL (
      SELECT p.owner_id AS user_id
      UNION SELECT m.user_id FROM team_member m WHERE m.organization_id = p.organization_id AND m.team_id = p.team_id
      UNION SELECT u.id FROM user_account u WHERE p.shared_with_client AND u.organization_id = p.organization_id AND u.customer_id = p.customer_id AND u.tier = 'CLIENT'
    ) person WHERE c.organization_id = $1 AND c.kind = 'PROJECT'
  UNION ALL
  SELECT c.id, person.user_id FROM channel c JOIN customer r ON r.organization_id = c.organization_id AND r.id = c.record_id
    CROSS JOIN LATERAL (
      SELECT r.owner_id AS user_id UNION SELECT u.id FROM user_account u WHERE u.organization_id = r.organization_id AND u.customer_id = r.id AND u.tier = 'CLIENT'
    ) person WHERE c.organization_id = $1 AND c.kind = 'CUSTOMER'
  UNION ALL
  SELECT c.id, a.user_id FROM channel c JOIN task_assignee a ON a.organization_id = c.organization_id AND a.task_id = c.record_id WHERE c.organization_id = $1 AND c.kind = 'TASK'
  UNION ALL
  SELECT c.id, r.owner_id FROM channel c JOIN ticket r ON r.organization_id = c.organization_id AND r.id = c.record_id WHERE c.organization_id = $1 AND c.record_subject = 'ticket'
  UNION ALL
  SELECT c.id, r.owner_id FROM channel c JOIN deal r ON r.organization_id = c.organization_id AND r.id = c.record_id WHERE c.organization_id = $1 AND c.record_subject = 'deal'
  UNION ALL
  SELECT c.id, r.owner_id FROM channel c JOIN lead r ON r.organization_id = c.organization_id AND r.id = c.record_id WHERE c.organization_id = $1 AND c.record_subject = 'lead'
  UNION ALL
  SELECT c.id, person.user_id FROM channel c JOIN department d ON d.organization_id = c.organization_id AND d.id = c.department_id
    CROSS JOIN LATERAL (
      SELECT d.manager_id AS user_id UNION SELECT m.user_id FROM user_department m WHERE m.organization_id = d.organization_id AND m.department_id = d.id
    ) person WHERE c.organization_id = $1 AND c.kind = 'DEPARTMENT'`;

/**
 * Who finds a channel on their list because of their part in the work: manager, team and client of a project, the department's people. They
 * count from there on; who has stopped following is left alone. Seeing a channel is another matter: that is the rules' alone.
 */
@Injectable()
export class ChannelTeam {
  /** The people of some channels. */
  ofChannels(work: Work, channelIds: readonly string[]): Promise<void> {
    return this.follow(work, 'team.channel_id = ANY ($2::uuid[])', channelIds);
  }

  /** The channels of some people: who has come, or has moved. */
  ofPeople(work: Work, userIds: readonly string[]): Promise<void> {
    return this.follow(work, 'team.user_id = ANY ($2::uuid[])', userIds);
  }

  private async follow(work: Work, where: string, ids: readonly string[]): Promise<void> {
    await work.execute(
      `INSERT INTO channel_reader (organization_id, channel_id, user_id, last_read_sequence, last_read_client_sequence)
       SELECT DISTINCT c.organization_id, c.id, u.id, c.last_sequence, c.last_client_sequence FROM (${TEAMS}) team
       JOIN channel c ON c.organization_id = $1 AND c.id = team.channel_id AND c.archived_at IS NULL
       JOIN user_account u ON u.organization_id = $1 AND u.id = team.user_id AND u.status <> 'INACTIVE' AND u.tier <> 'SERVICE'
       WHERE ${where} ON CONFLICT DO NOTHING`,
      [work.actor.organizationId, ids],
    );
  }
}
