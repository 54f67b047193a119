import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Remembers the rules of every input class. class-validator gathers them anew for each object it checks, by comparing its class
 * with every class of the program that has rules: more work than the check itself, and growing with the program. Decorators are
 * complete when a class can be instantiated, so the first answer is the last.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // We use neither schemas nor groups; whoever does gets what they always got.
    if (schema || always || strictGroups || groups) return gather(target, schema, always, strictGroups, groups);
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = gather(target, schema, always, strictGroups, groups)));
    return rules;
  };
}
