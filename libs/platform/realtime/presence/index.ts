export type { Here, Standing } from './presence-board.js';
export { PRESENCE_MODES, type PresenceMessage, type PresenceMode, type PresenceSide } from './presence-message.js';
export { type Announcement, PresenceNode } from './presence-node.js';
export { PRESENCE_OPTIONS, type PresenceOptions } from './presence-options.js';
