import { channelPermissions } from '@throughline/collaboration/channels';
import { taskPermissions } from '@throughline/delivery/tasks';
import { ticketPermissions } from '@throughline/delivery/tickets';
import type { Permission } from '@throughline/platform/access';
import type { Actor, AllowedMove } from '@throughline/platform/kernel';
import { messagePermissions } from './message.policy.js';

/** What can be done with a message, as screens offer it. */
export const MESSAGE_MOVES = {
  reply: 'Reply', react: 'React', edit: 'Edit', delete: 'Delete', pin: 'Pin', publish: 'Show to the client', createTask: 'Make a task', createTicket: 'Open a ticket',
} as const;
export type MessageMove = keyof typeof MESSAGE_MOVES;

/** What the offers look at; the caller sees the message. */
export interface MessageFacts {
  authorId: string;
  sharedWithClient: boolean;
  deleted: boolean;
  archived: boolean;
  twoSided: boolean;
  direct: boolean;
}

const PERMISSIONS: Record<MessageMove, (facts: MessageFacts) => Permission> = {
  reply: ({ sharedWithClient }) => (sharedWithClient ? channelPermissions.postToClient : channelPermissions.post),
  react: () => messagePermissions.react,
  edit: () => messagePermissions.edit,
  delete: () => messagePermissions.delete,
  pin: () => messagePermissions.pin,
  publish: () => messagePermissions.publish,
  createTask: () => taskPermissions.create,
  createTicket: () => ticketPermissions.create,
};

/** Every move with whether it can be made now, and why not. */
export function messageOffers(actor: Actor, facts: MessageFacts): AllowedMove<MessageMove>[] {
  return (Object.keys(MESSAGE_MOVES) as MessageMove[]).map((move) => {
    const reason = refusal(actor, move, facts);
    return { move, label: MESSAGE_MOVES[move], allowed: reason === null, reason };
  });
}

function refusal(actor: Actor, move: MessageMove, facts: MessageFacts): string | null {
  const permission = PERMISSIONS[move](facts);
  if (!may(actor, permission, facts)) return `Needs the permission "${permission.name}".`;
  if (facts.deleted) return 'This message was deleted.';
  if (facts.archived && move !== 'createTask' && move !== 'createTicket') return 'This channel is archived.';
  const own = facts.authorId === actor.userId;
  if (move === 'edit' && !own) return 'Only the author puts other words into a message.';
  if (move === 'delete' && !own && (actor.tier === 'CLIENT' || facts.direct)) return 'You can delete your own messages here.';
  if (move === 'publish' && facts.sharedWithClient) return 'The client sees this message already.';
  if (move === 'publish' && !facts.twoSided) return 'No client takes part in this channel.';
  return null;
}

/** On the message itself where it is a message's permission; else whether they hold it at all: the service asks on the record. */
function may({ ability }: Actor, permission: Permission, { authorId, sharedWithClient }: MessageFacts): boolean {
  if (permission.subject !== 'message') return ability.can(permission.action, permission.subject);
  // What it follows is seen, because the message is: only the message's own columns are left to ask.
  return ability.can(permission.action, { ownerId: authorId, sharedWithClient, follows: { subject: 'channel', access: {} }, __subject: 'message' });
}
