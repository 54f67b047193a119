/** `expectedClose` -> `Expected close`; ids and minor units lose their technical ending. */
export function fieldLabel(name: string): string {
  const plain = name.replace(/(?<=[a-z0-9])Ids$/, 's').replace(/(?<=[a-z0-9])(Id|Minor|At|On)$/, '');
  return capital(words(plain || name));
}

/** What a kind of event says, in words: `deal.stageMoved` -> `Stage moved`, `lead.won` -> `Won`. */
export function eventTitle(kind: string): string {
  return capital(words(kind.slice(kind.indexOf('.') + 1)));
}

/** Kinds whose own words make no sentence. */
const PHRASES: Readonly<Record<string, string>> = {
  'project.held': 'paused', 'project.maintained': 'started the maintenance of', 'project.updatesAllowed': 'allowed changes of', 'task.overridden': 'set the state of',
  'ticket.requirement_changed': 'changed the requirements of', 'taskRequest.created': 'asked for', 'handOff.offered': 'handed over', 'handOff.accepted': 'took over',
  'handOff.returned': 'gave back', 'handOff.withdrawn': 'took back', 'message.posted': 'wrote', 'message.published': 'showed to the client', 'file.attached': 'added',
};

/** What somebody did, between their name and the record's: `task.completed` -> `completed`, `deal.stage_changed` -> `changed the stage of`. */
export function eventPhrase(kind: string): string {
  const all = words(kind.slice(kind.indexOf('.') + 1)).split(' ');
  const verb = all.pop() ?? '';
  return PHRASES[kind] ?? (all.length === 0 ? verb : `${verb} the ${all.join(' ')} of`);
}

/** `IN_PROGRESS` -> `In progress`. */
export function enumText(value: string): string {
  return capital(value.toLowerCase().replaceAll('_', ' '));
}

const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
