import { expect, it } from 'vitest';
import type { ItemRating, RevealedCard } from '../api/types';
import { anItem, aPlan } from '../testing';
import { compare } from './compare';

const card = (interviewerId: string, ...ratings: [string, ItemRating['rating']][]): RevealedCard => ({
  interviewerId,
  recommendation: 'YES',
  submittedAt: '2026-11-20T10:00:00.000Z',
  ratings: ratings.map(([itemId, rating]) => ({ itemId, rating })),
});

it('puts the largest disagreement first and keeps the order of the plan among equals', () => {
  const plan = aPlan(anItem('a'), anItem('b'), anItem('c'), anItem('d'));
  const rows = compare(plan, [
    card('x', ['a', 3], ['b', 5], ['c', 2], ['d', null]),
    card('y', ['a', 3], ['b', 1], ['c', 2], ['d', 4]),
  ]);
  expect(rows.map((row) => [row.item.itemId, row.spread])).toEqual([
    ['b', 4],
    ['a', 0],
    ['c', 0],
    ['d', undefined],
  ]);
  expect(rows[0]?.cells.map((cell) => cell?.rating)).toEqual([5, 1]);
});
