/** Tables (`table`) and columns (`table.column`) that need no tenant rule, each with the reason. */
export const TENANCY_EXCEPTIONS: Readonly<Record<string, string>> = {
  'event.actor_id': 'the log outlives the people it tells of',
  'event.subject_id': 'names a record of any table, also one that was deleted',
  'access_review_decision.role_id': 'a decision outlives the role it was about',
  'access_review_decision.user_role_id': 'a decision outlives the assignment that it ended',
  'channel.record_id': 'names a record of any table; the service looks it up within the organization',
  'file.record_id': 'names a record of any table; the service looks it up within the organization',
  'hand_off.record_id': 'names a record of any table; the service looks it up within the organization',
  'hand_off.holder_department_id': 'generated from from_department_id or to_department_id, which are referenced',
  'hand_off.holder_user_id': 'generated from from_user_id or to_user_id, which are referenced',
  'message.linked_id': 'names a record of any table; the service looks it up within the organization',
  'notification.actor_id': 'copied from the event, whose actor may be a key or the product itself',
  'notification.context_id': 'names the record that the news belongs to, of any table; read again with the reader\'s rights',
  'notification.record_id': 'names a record of any table, also one that was deleted; read again with the reader\'s rights',
  'notification_delivery.push_subscription_id': 'what was delivered outlives the browser it went to',
  'reminder.context_id': 'names the record that a reminded note or message belongs to, of any table',
  'reminder.record_id': 'names a record of any table; the service looks it up within the organization',
};
