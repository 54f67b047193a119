import type { AccessColumns } from '../database/index.js';
import type { Actor, AllowedMove, Workflow } from '../kernel/index.js';
import { allows } from './authorize.js';
import type { Permission } from './permission.js';

/**
 * What a record's status control offers: the state machine's moves, each allowed or with the reason why not. The same
 * permissions are checked again when the move is made.
 *
 * @param permissions which permission each move asks for
 */
export function moveOffers<State extends string, Move extends string>(
  actor: Actor,
  access: AccessColumns,
  workflow: Workflow<State, Move>,
  state: State,
  permissions: Readonly<Record<Move, Permission>>,
): AllowedMove<Move>[] {
  return workflow.offers(state, (move) => (allows(actor.ability, permissions[move], access) ? null : `Needs the permission "${permissions[move].name}".`));
}
