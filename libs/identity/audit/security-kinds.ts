/** Attempts that were refused, whatever refused them. */
export const REFUSAL_KINDS: readonly string[] = [
  'access.refused', 'user.signInRefused', 'user.networkRefused', 'user.deviceRefused', 'user.secondFactorRefused', 'user.lockedOut', 'user.refreshTokenReused',
];

/** What the security monitor counts, and the kinds of events that are counted under it. */
export const MONITORED = {
  SIGN_IN_REFUSED: ['user.signInRefused', 'user.secondFactorRefused', 'user.refreshTokenReused'],
  LOCKED_OUT: ['user.lockedOut'],
  NETWORK_REFUSED: ['user.networkRefused'],
  DEVICE_REFUSED: ['user.deviceRefused'],
  NEW_DEVICE: ['user.newDevice'],
  ACCESS_REFUSED: ['access.refused'],
  PRIVILEGES_CHANGED: [
    'role.created', 'role.changed', 'role.updated', 'role.deleted', 'role.granted', 'user.rolesChanged', 'user.created', 'user.secondFactorReset', 'policy.updated',
    'apiKey.created', 'apiKey.rotated', 'signInProvider.created', 'signInProvider.updated', 'signInProvider.deleted', 'signInProvider.keyRotated', 'history.erased', 'organization.historyRetentionChanged', 'accessException.granted', 'view.started',
  ],
  EXPORTED: ['data.exported'],
  SENSITIVE_READ: ['data.read'],
  ALERT: ['security.alert'],
} as const satisfies Record<string, readonly string[]>;
export type MonitoredKey = keyof typeof MONITORED;
export const MONITORED_KEYS = Object.keys(MONITORED) as MonitoredKey[];

/** Every kind that the monitor shows. */
export const SECURITY_KINDS: readonly string[] = Object.values(MONITORED).flat();
