'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, Field, Input, Select } from '@/ui';
import { choices, scoreCategoryLabel } from '../leads/lead-words';
import { ConditionRow } from './condition-row';
import { type Condition, conditionOn, type Rule, takesNumber, takesValues } from './scoring-words';

const MOST_CONDITIONS = 5;
const categories = choices(scoreCategoryLabel).filter(({ value }) => value !== 'MANUAL');

const incomplete = ({ is, values, value }: Condition): boolean => (takesValues(is) && !values?.length) || (takesNumber(is) && value === null);

/** A rule, new or changed: it takes effect with the rules' own Save. */
export function RuleDialog({ rule, currency, onClose, onDone }: { rule: Rule | null; currency: string; onClose: () => void; onDone: (rule: Rule) => void }) {
  const [label, setLabel] = useState(rule?.label ?? '');
  const [category, setCategory] = useState<Rule['category']>(rule?.category ?? 'BEHAVIOUR');
  const [points, setPoints] = useState(String(rule?.points ?? 5));
  const [when, setWhen] = useState<readonly { id: number; condition: Condition }[]>((rule?.when ?? [conditionOn('company')]).map((condition, id) => ({ id, condition })));
  const [tried, setTried] = useState(false);
  const number = Number(points);
  const problems = {
    label: label.trim() ? null : 'Say in words what the rule finds.',
    points: Number.isInteger(number) && number !== 0 && Math.abs(number) <= 100 ? null : 'A whole number from −100 to 100, not 0.',
    when: when.some(({ condition }) => incomplete(condition)) ? 'Complete every condition.' : null,
  };
  const done = () => {
    setTried(true);
    if (problems.label || problems.points || problems.when) return;
    onDone({ key: rule?.key ?? null, category, label: label.trim(), points: number, when: when.map(({ condition }) => condition) });
  };
  const change = (id: number, condition: Condition) => setWhen(when.map((each) => (each.id === id ? { id, condition } : each)));
  return (
    <Dialog
      open onOpenChange={onClose} title={rule ? rule.label : 'New rule'} description="It counts when all of its conditions hold. Nothing is changed before you save the rules."
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" onClick={done}>{rule ? 'Change rule' : 'Add rule'}</Button></>}
    >
      <div className="flex flex-col gap-4">
        <Field label="In words" required error={tried ? problems.label : null} hint="People read it as the reason of a score.">{(control) => <Input {...control} autoFocus={!rule} maxLength={100} value={label} placeholder="Asked for a shop" onChange={(event) => setLabel(event.target.value)} />}</Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Kind of fact">{(control) => <Select {...control} value={category} options={categories} onValueChange={(next) => setCategory(next)} />}</Field>
          <Field label="Points" required error={tried ? problems.points : null}>{(control) => <Input {...control} type="number" min={-100} max={100} step={1} value={points} onChange={(event) => setPoints(event.target.value)} />}</Field>
        </div>
        <div className="flex flex-col gap-2">
          <h3 className="text-xs font-medium text-muted">When all of this holds</h3>
          <ul className="flex flex-col gap-2">
            {when.map(({ id, condition }, index) => (
              <ConditionRow key={`${id} ${condition.fact} ${condition.is}`} condition={condition} place={index + 1} currency={currency} onChange={(next) => change(id, next)} onRemove={when.length > 1 ? () => setWhen(when.filter((each) => each.id !== id)) : null} />
            ))}
          </ul>
          <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} disabled={when.length >= MOST_CONDITIONS} onClick={() => setWhen([...when, { id: Math.max(-1, ...when.map(({ id }) => id)) + 1, condition: conditionOn('company') }])}>And</Button>
          {tried && problems.when ? <p role="alert" className="text-xs text-danger-text">{problems.when}</p> : null}
        </div>
      </div>
    </Dialog>
  );
}
