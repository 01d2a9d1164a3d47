import { describe, expect, it } from 'vitest';
import { ceiling, daysOf, decisionBars, lastEightWeeks, scoreBars, weeksOf } from './figures';

describe('days and weeks', () => {
  const counts = [
    { day: '2026-11-03', kitId: 'a', scheduled: 2, completed: 1, decided: 0 },
    { day: '2026-11-03', kitId: 'b', scheduled: 1, completed: 1, decided: 1 },
    { day: '2026-11-09', kitId: 'a', scheduled: 1, completed: 1, decided: 1 },
    { day: '2027-01-01', kitId: 'a', scheduled: 9, completed: 9, decided: 9 },
  ];
  const days = daysOf(counts, '2026-11-01', '2026-11-10');

  it('fill the range and add the kits up', () => {
    expect(days).toHaveLength(10);
    expect(days[2]).toEqual({ day: '2026-11-03', scheduled: 3, completed: 2, decided: 1 });
    expect(days[0]).toEqual({ day: '2026-11-01', scheduled: 0, completed: 0, decided: 0 });
  });

  it('break on Mondays', () => {
    expect(weeksOf(days).map(({ from, to, completed }) => [from, to, completed])).toEqual([
      ['2026-11-01', '2026-11-01', 0],
      ['2026-11-02', '2026-11-08', 2],
      ['2026-11-09', '2026-11-10', 1],
    ]);
  });
});

it('shows eight whole weeks by default', () => {
  const { from, to } = lastEightWeeks(new Date(2026, 10, 22, 23, 30));
  expect([from, to]).toEqual(['2026-09-28', '2026-11-22']);
  expect(daysOf([], from, to)).toHaveLength(56);
});

it('puts scores of all kits into quarter points from 1 to 5', () => {
  const bars = scoreBars([
    { kitId: 'a', bucket: 3250, count: 2 },
    { kitId: 'b', bucket: 3250, count: 1 },
    { kitId: 'b', bucket: 4750, count: 4 },
  ]);
  expect(bars).toHaveLength(16);
  expect(bars.filter((bar) => bar.count > 0)).toEqual([
    { label: '3.25', count: 3 },
    { label: '4.75', count: 4 },
  ]);
});

it('gathers decision times, open end included', () => {
  const bars = decisionBars({
    count: 6,
    buckets: [
      { upToMinutes: 45, count: 1 },
      { upToMinutes: 60, count: 1 },
      { upToMinutes: 2160, count: 2 },
      { upToMinutes: 525_600, count: 1 },
      { upToMinutes: null, count: 1 },
    ],
  });
  expect(bars.filter((bar) => bar.count > 0)).toEqual([
    { label: '≤ 1 h', count: 2 },
    { label: '≤ 2 days', count: 2 },
    { label: 'longer', count: 2 },
  ]);
});

it('ends scales on round numbers', () => {
  expect([0, 1, 7, 10, 14, 58, 130].map(ceiling)).toEqual([1, 1, 8, 10, 15, 60, 150]);
});
