import type { DepartmentKind } from '@/gql/departments/departments';
import type { Option } from '@/ui';

export const kindLabel: Readonly<Record<DepartmentKind, string>> = {
  SALES: 'Sales', SUPPORT: 'Support', DELIVERY: 'Delivery', QA: 'Quality', CLIENT_SERVICES: 'Client services', ACCOUNTING: 'Accounting', HR: 'People', MARKETING: 'Marketing', ADMINISTRATION: 'Administration',
};

/** The nine stages on the way from an enquiry to delivered work, in order. */
const STAGES = ['Enquiry', 'Qualification', 'Sale', 'Onboarding', 'Validation', 'Scoping', 'Planning', 'Breakdown', 'Work and review'] as const;

export const stageName = (stage: number): string => STAGES[stage - 1] ?? `Stage ${stage}`;

export const stageOptions: readonly Option[] = STAGES.map((name, index) => ({ value: String(index + 1), label: `${index + 1} · ${name}` }));

export const kindOptions: readonly Option[] = (Object.entries(kindLabel) as [DepartmentKind, string][]).map(([value, label]) => ({ value, label }));

/** "1–3, 7": the stages served, runs drawn together. */
export function stagesText(stages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const stage of [...stages].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && stage === last[1] + 1) last[1] = stage;
    else runs.push([stage, stage]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
