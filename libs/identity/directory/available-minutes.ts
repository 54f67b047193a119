import { type Day, plusDays, type Weekday, weekdayOf, WEEKDAYS } from '@throughline/identity/organizations';

/** How much and when somebody works. */
export interface Capacity {
  weeklyMinutes: number;
  workDays: readonly Weekday[];
}

/** Days from the first to the last, both included. */
export interface Days {
  from: Day;
  to: Day;
}

/**
 * The minutes somebody can work between two days (ORG-03): their weekly capacity, spread evenly over their work days, for each work day
 * that is no holiday and no approved time off. Whole minutes, rounded once for all days. `availableMinutesSql` agrees with it.
 *
 * @param timeOff approved only; may overlap
 * @param holidays the organization's
 */
export function availableMinutes({ weeklyMinutes, workDays }: Capacity, { from, to }: Days, timeOff: readonly Days[], holidays: readonly Day[]): number {
  const [works, off] = [new Set(workDays), new Set(holidays)];
  if (works.size === 0) return 0;
  let days = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (works.has(WEEKDAYS[weekdayOf(day)]!) && !off.has(day) && !timeOff.some((away) => away.from <= day && day <= away.to)) days++;
  }
  return Math.round((days * weeklyMinutes) / works.size);
}

/**
 * The same as SQL, an integer.
 *
 * @param person alias of a row of `staff_profile`
 * @param from SQL of a date
 * @param to SQL of a date
 */
export function availableMinutesSql(person: string, from: string, to: string): string {
  return `(SELECT coalesce(round(count(*) * ${person}.weekly_minutes::numeric / nullif((SELECT count(DISTINCT w) FROM unnest(${person}.work_days) w), 0)), 0)::int
    FROM generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') AS g(day)
    WHERE ('{${WEEKDAYS.join(',')}}'::text[])[extract(isodow FROM g.day)::int] = ANY (${person}.work_days)
      AND NOT EXISTS (SELECT 1 FROM organization_settings s, jsonb_array_elements(s.holidays) h
                      WHERE s.organization_id = ${person}.organization_id AND (h ->> 'date')::date = g.day::date)
      AND NOT EXISTS (SELECT 1 FROM time_off o WHERE o.organization_id = ${person}.organization_id AND o.user_id = ${person}.id
                        AND o.status = 'APPROVED' AND g.day::date BETWEEN o.starts_on AND o.ends_on))`;
}
