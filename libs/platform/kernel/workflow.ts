import { refuse } from './app-error.js';

/** One move of a state machine: where it may start and where it ends. */
export interface MoveDefinition<State extends string> {
  from: readonly State[];
  to: State;
  /** What a person reads on the button: `Mark as qualified`. */
  label: string;
}

/** A move as a screen offers it: allowed, or why not. */
export interface AllowedMove<Move extends string> {
  move: Move;
  label: string;
  allowed: boolean;
  /** A sentence when it is not allowed, else null. */
  reason: string | null;
}

/** A state machine as data; features declare theirs in `*.workflow.ts`. */
export interface Workflow<State extends string, Move extends string> {
  readonly moves: Readonly<Record<Move, MoveDefinition<State>>>;
  /**
   * The state a move leads to.
   *
   * @throws AppError ILLEGAL_TRANSITION that names the moves allowed from here (`details.allowedMoves`)
   */
  apply(state: State, move: Move): State;
  /**
   * Every move, in declared order, with whether it is allowed now.
   *
   * @param guard further conditions of the record or of the caller; returns a reason or null
   */
  offers(state: State, guard?: (move: Move) => string | null): AllowedMove<Move>[];
}

/**
 * Builds a workflow from its table.
 *
 * @param label what a person calls the record: `lead`
 */
export function defineWorkflow<State extends string, Move extends string>(
  label: string,
  moves: Record<Move, MoveDefinition<State>>,
): Workflow<State, Move> {
  const names = Object.keys(moves) as Move[];
  const mayStart = (state: State, move: Move): boolean => moves[move].from.includes(state);
  return {
    moves,
    apply(state, move) {
      if (mayStart(state, move)) return moves[move].to;
      const allowedMoves = names.filter((name) => mayStart(state, name));
      const hint = allowedMoves.length === 0 ? 'Nothing can be done with it any more.' : `Possible now: ${allowedMoves.join(', ')}.`;
      throw refuse('ILLEGAL_TRANSITION', `A ${label} that is ${state} cannot take the move ${move}. ${hint}`, 'status', { state, move, allowedMoves });
    },
    offers(state, guard) {
      return names.map((move) => {
        const reason = mayStart(state, move) ? (guard?.(move) ?? null) : `Not possible while it is ${state}.`;
        return { move, label: moves[move].label, allowed: reason === null, reason };
      });
    },
  };
}
