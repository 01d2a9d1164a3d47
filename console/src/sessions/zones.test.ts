import { expect, it } from 'vitest';
import { instantIn } from './zones';

const instant = (zone: string, local: string) => instantIn(zone, local).toISOString();

it('reads a time on the clock of its zone, summer and winter', () => {
  expect(instant('Europe/Berlin', '2026-01-15T14:30')).toBe('2026-01-15T13:30:00.000Z');
  expect(instant('Europe/Berlin', '2026-07-15T14:30')).toBe('2026-07-15T12:30:00.000Z');
  expect(instant('America/New_York', '2026-12-01T23:15')).toBe('2026-12-02T04:15:00.000Z');
  expect(instant('Asia/Kathmandu', '2026-05-01T09:00')).toBe('2026-05-01T03:15:00.000Z');
  expect(instant('UTC', '2026-05-01T09:00')).toBe('2026-05-01T09:00:00.000Z');
});

it('reads a time on the days the clock changes', () => {
  expect(instant('Europe/Berlin', '2026-03-29T01:30')).toBe('2026-03-29T00:30:00.000Z');
  expect(instant('Europe/Berlin', '2026-03-29T03:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(instant('Europe/Berlin', '2026-10-25T04:30')).toBe('2026-10-25T03:30:00.000Z');
});

it('takes the first of two equal times in autumn', () => {
  expect(instant('Europe/Berlin', '2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
});

it('reads a time that the clock skips in spring as if it had not been put forward', () => {
  expect(instant('Europe/Berlin', '2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
});
