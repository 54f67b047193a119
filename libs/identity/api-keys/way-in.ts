import { defineWayIn } from '@throughline/identity/users';
import { recordKeyEvent } from './api-key.events.js';
import { ApiKeyRepository } from './api-key.repository.js';

const keys = new ApiKeyRepository();

// Whoever leaves takes their keys along: those they made and, for a program's account, its own.
defineWayIn({
  label: 'API keys',
  async end(work, userId) {
    const ended = await keys.aliveOf(work, userId);
    await keys.end(work, ended, 'DEACTIVATED');
    for (const key of ended) recordKeyEvent(work, 'apiKey.revoked', key, { reason: 'DEACTIVATED' });
    return ended.length;
  },
});
