import type { ProviderQuota, QuotaHistoryItem } from "@/lib/api/types";
import type { Decimal } from "@/lib/money";
import type { Range } from "@/lib/range";
import { localDate, midnight } from "@/lib/zone";

/** What was left of one thing, each time that it became something else; the oldest first. */
export interface Course {
  id: string;
  account: string;
  /** The provider's name of it. */
  name: string;
  holder: string | null;
  unit: string;
  /** Null where it was not told. */
  points: { at: string; left: Decimal | null }[];
}

/** What makes a quota one course: whose it is, and what of. */
export function courseId(
  account: string,
  { key_id, holder, name }: Pick<ProviderQuota, "key_id" | "holder" | "name">,
): string {
  return [account, key_id ?? "", holder ?? "", name].join("/");
}

/** One course for each thing that may be used up, in the order in which they were first told. */
export function coursesOf(items: QuotaHistoryItem[]): Course[] {
  const courses = new Map<string, Course>();
  for (const { account_id, key_id, holder, as_of, quotas } of items) {
    for (const { name, unit, unlimited, remaining } of quotas) {
      if (unlimited) {
        continue;
      }
      const id = courseId(account_id, { key_id, holder, name });
      const known = courses.get(id) ?? { id, account: account_id, name, holder, unit, points: [] };
      known.points.push({ at: as_of, left: remaining });
      courses.set(id, known);
    }
  }
  return [...courses.values()];
}

const LENGTHS = { quarter_hour: 15 * 60_000, hour: 60 * 60_000 } as const;

/** Where each step of a range begins; days are those of its zone. */
export function stepsOf({ from, to, zone, granularity }: Range): string[] {
  const end = Date.parse(to);
  const steps: string[] = [];
  let at = Date.parse(from);
  while (at < end) {
    steps.push(new Date(at).toISOString());
    at = granularity === "day" ? nextDay(at, zone) : at + LENGTHS[granularity];
  }
  return steps;
}

function nextDay(instant: number, zone: string): number {
  const today = localDate(instant, zone);
  return midnight({ ...today, day: today.day + 1 }, zone);
}

/** What was left at the end of each step; null before it was first told, and in times to come. */
export function leftAt(
  { points }: Pick<Course, "points">,
  steps: string[],
  end: string,
  now: number,
): (Decimal | null)[] {
  let next = 0;
  let left: Decimal | null = null;
  return steps.map((step, at) => {
    const until = Date.parse(steps[at + 1] ?? end);
    for (let point = points[next]; point && Date.parse(point.at) < until; point = points[next]) {
      left = point.left;
      next += 1;
    }
    return Date.parse(step) > now ? null : left;
  });
}

/**
 * The course as an SVG path of steps in a box of 100 by 100, with nothing left at its bottom; undefined where there are not
 * two figures to draw between. What was not told is a gap.
 */
export function pathOf({ points }: Pick<Course, "points">, from: number, to: number) {
  const most = Math.max(...points.map(({ left }) => Number(left ?? 0)));
  if (most <= 0 || points.filter(({ left }) => left !== null).length < 2) {
    return undefined;
  }
  const x = (at: number) => round((100 * (Math.min(Math.max(at, from), to) - from)) / (to - from));
  return points
    .flatMap(({ at, left }, index) => {
      const until = points[index + 1]?.at;
      const y = round(100 - (100 * Math.max(0, Number(left ?? 0))) / most);
      const begin = `${index === 0 || points[index - 1]?.left === null ? "M" : "L"}${x(Date.parse(at))} ${y}`;
      return left === null ? [] : [begin, `H${x(until ? Date.parse(until) : to)}`];
    })
    .join(" ");
}

const round = (value: number) => Math.round(value * 100) / 100;
