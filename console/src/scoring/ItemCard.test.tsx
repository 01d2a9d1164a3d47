import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { anItem } from '../testing';
import { ItemCard } from './ItemCard';

function show(entry?: { rating?: 3 | null; evidence: string }) {
  const onRate = vi.fn();
  render(
    <ItemCard item={anItem('a')} entry={entry} refusal={undefined} onRate={onRate} onNote={vi.fn()} onLeave={vi.fn()} />,
  );
  return onRate;
}

const checked = () => screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked);

it('starts without a rating, with every anchor in sight', () => {
  show();
  expect(checked()).toEqual([]);
  for (const anchor of ['none', 'little', 'some', 'much', 'all', 'Not asked, or cannot be rated']) {
    expect(screen.getByText(anchor)).toBeTruthy();
  }
});

it('rates by key, 0 for not asked, and the focus follows', async () => {
  const onRate = show({ rating: 3, evidence: '' });
  checked()[0]?.focus();
  await userEvent.keyboard('5');
  expect(onRate).toHaveBeenLastCalledWith(5);
  expect(document.activeElement?.parentElement?.textContent).toContain('all');
  await userEvent.keyboard('0');
  expect(onRate).toHaveBeenLastCalledWith(null);
});

it('leaves digits typed into the evidence alone', async () => {
  const onRate = show();
  await userEvent.type(screen.getByLabelText('Evidence'), '5');
  expect(onRate).not.toHaveBeenCalled();
});

it('says that a note without a rating is not on the server', () => {
  show({ evidence: 'heard' });
  expect(screen.getByText(/Kept in this browser/)).toBeTruthy();
});
