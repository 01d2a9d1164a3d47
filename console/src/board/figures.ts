import type { DayCount, ScoreCount, TimeToDecision } from '../api/types';

const DAY_MS = 86_400_000;

export interface Day {
  day: string;
  scheduled: number;
  completed: number;
  decided: number;
}

export interface Week {
  /** Its first and last day inside the range. */
  from: string;
  to: string;
  days: Day[];
  completed: number;
}

export interface Bar {
  label: string;
  count: number;
}

/** Every day of the range, kits added up, days without sessions included. */
export function daysOf(counts: readonly DayCount[], from: string, to: string): Day[] {
  const days = new Map<string, Day>();
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const day = isoDay(at);
    days.set(day, { day, scheduled: 0, completed: 0, decided: 0 });
  }
  for (const count of counts) {
    const day = days.get(count.day);
    if (day) {
      day.scheduled += count.scheduled;
      day.completed += count.completed;
      day.decided += count.decided;
    }
  }
  return [...days.values()];
}

/** Days by calendar week, which starts on Monday; the first and the last may be short. */
export function weeksOf(days: readonly Day[]): Week[] {
  const weeks: Week[] = [];
  for (const day of days) {
    const current = weeks.at(-1);
    if (current === undefined || new Date(day.day).getUTCDay() === 1) {
      weeks.push({ from: day.day, to: day.day, days: [day], completed: day.completed });
    } else {
      current.days.push(day);
      current.to = day.day;
      current.completed += day.completed;
    }
  }
  return weeks;
}

/** Scores in steps of a quarter point, kits added up, empty steps included. */
export function scoreBars(scores: readonly ScoreCount[]): Bar[] {
  return Array.from({ length: 16 }, (_, step) => {
    const bucket = 1000 + 250 * step;
    const count = scores.filter((score) => score.bucket === bucket).reduce((sum, score) => sum + score.count, 0);
    return { label: (bucket / 1000).toFixed(2), count };
  });
}

const GROUPS: readonly [label: string, upToMinutes: number][] = [
  ['≤ 1 h', 60],
  ['≤ 4 h', 240],
  ['≤ 12 h', 720],
  ['≤ 1 day', 1440],
  ['≤ 2 days', 2880],
  ['≤ 3 days', 4320],
  ['≤ 5 days', 7200],
  ['≤ 1 week', 10_080],
  ['≤ 2 weeks', 20_160],
  ['longer', Infinity],
];

/** The server's fine buckets, gathered into steps a person thinks in. */
export function decisionBars({ buckets }: TimeToDecision): Bar[] {
  const bars = GROUPS.map(([label]) => ({ label, count: 0 }));
  for (const { upToMinutes, count } of buckets) {
    const bar = bars[GROUPS.findIndex(([, limit]) => (upToMinutes ?? Infinity) <= limit)];
    if (bar) {
      bar.count += count;
    }
  }
  return bars;
}

export function total(bars: readonly { count: number }[]): number {
  return bars.reduce((sum, bar) => sum + bar.count, 0);
}

/** The range shown unless the address says otherwise: eight weeks that end today. */
export function lastEightWeeks(now: Date): { from: string; to: string } {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return { from: isoDay(today - 55 * DAY_MS), to: isoDay(today) };
}

/** A round end of a scale, at or a little above the largest value. */
export function ceiling(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power).find((end) => end >= largest && Number.isInteger(end)) ?? largest;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
