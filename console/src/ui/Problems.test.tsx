import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { Problems } from './Problems';

const problem = (status: number, document: object) => new Problem(status, document, 'c-42', undefined);

it('says what is wrong, lists errors that stand beside no field, and gives the correlation id to copy', async () => {
  const errors = [
    { pointer: '/email', detail: 'is taken' },
    { pointer: '/zone', detail: 'is unknown' },
  ];
  render(<Problems error={problem(400, { title: 'Invalid', detail: 'Two fields.', errors })} shown={['/email']} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain('Invalid');
  expect(text).toContain('/zone is unknown');
  expect(text).not.toContain('is taken');
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('c-42');
});

it('offers the current state when the shown one is stale', async () => {
  const reload = vi.fn();
  render(<Problems error={problem(412, { title: 'Precondition failed' })} onReload={reload} />);
  await userEvent.click(screen.getByRole('button', { name: 'Load the current state' }));
  expect(reload).toHaveBeenCalledOnce();
});
