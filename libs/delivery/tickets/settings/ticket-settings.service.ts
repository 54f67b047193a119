import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { TicketRepository } from '../ticket.repository.js';
import { ticketSettingsPermissions, ticketSettingsSubject } from './ticket-settings.policy.js';

/** An organization's decisions about tickets. */
export interface TicketSettingsState {
  /** Of the stored row; 1 while nothing is stored, as the first stored row has it too. */
  version: number;
  /** Whether winning a deal opens its onboarding ticket. */
  openForWonDeals: boolean;
  /** Key of the service category for deals that ask for none. */
  categoryKey: string | null;
}

const NOTHING_DECIDED: TicketSettingsState = { version: 1, openForWonDeals: false, categoryKey: null };

/** The switches of tickets, one record for each organization. */
@Injectable()
export class TicketSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketRepository,
  ) {}

  /** @throws AppError FORBIDDEN */
  of(actor: Actor): Promise<TicketSettingsState> {
    authorize(actor, ticketSettingsPermissions.read, ticketSettingsSubject, {});
    return this.unitOfWork.run(actor, (work) => this.inForce(work));
  }

  /** What holds in the organization of a transaction; everything off when it decided nothing. */
  async inForce(work: Work): Promise<TicketSettingsState> {
    const [row] = await work.query<TicketSettingsState>(
      `SELECT s.version, s.open_for_won_deals AS "openForWonDeals", c.key AS "categoryKey" FROM ticket_settings s
       LEFT JOIN service_category c ON c.organization_id = s.organization_id AND c.id = s.category_id WHERE s.organization_id = $1`,
      [work.actor.organizationId],
    );
    return row ?? NOTHING_DECIDED;
  }

  /**
   * @throws AppError VALIDATION_FAILED at `categoryKey` when it is switched on without one; NOT_FOUND for a category that
   *   does not exist; CONFLICT
   */
  update(actor: Actor, input: { version: number; openForWonDeals: boolean; categoryKey?: string | null }): Promise<TicketSettingsState> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, ticketSettingsPermissions.update, ticketSettingsSubject, {});
      if (input.openForWonDeals && !input.categoryKey) {
        throw refuse('VALIDATION_FAILED', 'Choose the kind of service for deals that ask for none.', 'categoryKey');
      }
      const category = input.categoryKey ? await this.tickets.category(work, { key: input.categoryKey }) : null;
      const before = await this.inForce(work);
      const id = await this.rowId(work);
      await updateVersioned(work, 'ticket_settings', 'record', id, input.version, { open_for_won_deals: input.openForWonDeals, category_id: category?.id ?? null });
      const after = { version: input.version + 1, openForWonDeals: input.openForWonDeals, categoryKey: category?.key ?? null };
      work.record({
        kind: 'ticketSettings.updated', subject: 'ticketSettings', subjectId: id, access: { before: {}, after: {} },
        changes: {
          openForWonDeals: { before: before.openForWonDeals, after: after.openForWonDeals }, categoryKey: { before: before.categoryKey, after: after.categoryKey },
        },
      });
      return after;
    });
  }

  /** The row of the organization; the first change makes it. */
  private async rowId(work: Work): Promise<string> {
    const { organizationId } = work.actor;
    await work.execute('INSERT INTO ticket_settings (id, organization_id) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT uq_ticket_settings_organization DO NOTHING', [newId(), organizationId]);
    const [row] = await work.query<{ id: string }>('SELECT id FROM ticket_settings WHERE organization_id = $1', [organizationId]);
    if (!row) throw new Error(`The ticket settings of organization ${organizationId} are not there after they were made.`);
    return row.id;
  }
}
