import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { consoleRouter } from '../routes';

const aSession = (id: string, candidateName: string | null) => ({
  id,
  version: 1,
  state: 'SCHEDULED',
  applicationId: 'a',
  candidateId: `candidate-${id}`,
  candidateName,
  positionId: 'p',
  positionTitle: `Post ${id}`,
  kit: { id: 'k', version: 1, name: 'Kit', minutes: 45 },
  panel: [{ userId: 'u', lead: true }],
  scheduledFor: '2026-03-09T09:00:00.000Z',
  timeZone: 'Europe/Berlin',
});

const roles = ['RECRUITER'];
const answers: Record<string, unknown> = {
  '/me': { displayName: 'Ada', organizations: [{ id: 'o', name: 'Northwind', userId: 'u', roles }] },
  '/users': { items: [{ id: 'u', displayName: 'Ada', roles }] },
  '/sessions': { items: [aSession('one', 'Eve Example'), aSession('two', 'Max Example'), aSession('erased12', null)] },
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it('takes names and titles from the list itself, whatever its length', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.replace('/api/v1', '').split('?')[0] ?? '';
    asked.push(path);
    const answer = answers[path];
    return Promise.resolve(answer ? Response.json(answer) : new Response(null, { status: 404 }));
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RouterProvider router={consoleRouter(createMemoryHistory({ initialEntries: ['/sessions'] }))} />
    </QueryClientProvider>,
  );

  expect(await screen.findByRole('link', { name: 'Eve Example' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Max Example' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Interview erased12' })).toBeTruthy();
  expect(screen.getByText('Post two')).toBeTruthy();
  expect(asked.filter((path) => /^\/(candidates|positions)/.test(path))).toEqual([]);
});
