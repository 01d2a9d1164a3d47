import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Funnel } from './Funnel';
import { PerDay } from './PerDay';

it('shows the same figures as a table', async () => {
  render(
    <Funnel
      filtered={false}
      stages={[
        { stage: 'APPLIED', count: 8 },
        { stage: 'OFFER', count: 2 },
      ]}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Funnel as a table' }));
  expect(screen.getByRole('row', { name: 'Offer 2 25%' })).toBeTruthy();
});

it('says its basis and tells the trend to those who do not see it', () => {
  render(
    <PerDay
      days={[
        { day: '2026-11-16', scheduled: 3, completed: 2, decided: 1 },
        { day: '2026-11-23', scheduled: 4, completed: 4, decided: 1 },
      ]}
    />,
  );
  expect(screen.getByText('n = 6 sessions completed, 7 planned; 2 decided')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Completed sessions by week: 16 Nov 2, 23 Nov 4' })).toBeTruthy();
});

it('says when there is nothing', () => {
  render(<Funnel filtered={false} stages={[]} />);
  expect(screen.getByText('Nothing in this range yet.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
