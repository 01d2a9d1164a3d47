import { expect, it } from 'vitest';
import type { Scorecard } from '../api/types';
import { anItem, aPlan } from '../testing';
import { draftOf, ratingChange, unrated } from './draft';

const card: Scorecard = {
  version: 3,
  state: 'DRAFT',
  ratings: [
    { itemId: 'a', rating: 4, evidence: 'said so' },
    { itemId: 'b', rating: null },
  ],
  recommendation: null,
};

it('lays what is still on its way over what the server has', () => {
  const draft = draftOf(card, [
    { field: 'a', path: '', body: { rating: 2 } },
    { field: 'c', path: '', body: { evidence: 'a note' }, incomplete: true },
    { field: 'recommendation', path: '', body: { recommendation: 'YES' } },
  ]);
  expect(draft.entries).toEqual({
    a: { rating: 2, evidence: '' },
    b: { rating: null, evidence: '' },
    c: { evidence: 'a note' },
  });
  expect(draft.recommendation).toBe('YES');
});

it('tells "not asked" from "not rated"', () => {
  const plan = aPlan(anItem('a'), anItem('b'), anItem('c'));
  expect(unrated(plan, draftOf(card, [])).map((item) => item.itemId)).toEqual(['c']);
});

it('sends the whole content of a question, and a note only with its rating', () => {
  expect(ratingChange('s', 'a', { rating: null, evidence: ' ' })).toEqual({
    field: 'a',
    path: '/scorecards/s/ratings/a',
    body: { rating: null },
  });
  expect(ratingChange('s', 'a', { evidence: 'heard' })).toMatchObject({ body: { evidence: 'heard' }, incomplete: true });
});
