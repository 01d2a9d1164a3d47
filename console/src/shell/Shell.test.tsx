import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { anItem, aPlan } from '../testing';
import { consoleRouter } from '../routes';

const answers: Record<string, () => Response> = {};

function open(path: string) {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(answers[url.replace('/api/v1', '').split('?')[0] ?? '']?.() ?? new Response(null, { status: 404 })),
  );
  const router = consoleRouter(createMemoryHistory({ initialEntries: [path] }));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('leads a stranger to the sign-in and remembers where they wanted to go', async () => {
  answers['/me'] = () => Response.json({ title: 'Signed out' }, { status: 401 });
  answers['/setup'] = () => Response.json({ open: false });
  const router = open('/kits?kit=k-1');
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(router.state.location.search).toEqual({ next: '/kits?kit=k-1' });
});

it('leads the first visitor of an empty installation to the set-up', async () => {
  answers['/me'] = () => Response.json({ title: 'Signed out' }, { status: 401 });
  answers['/setup'] = () => Response.json({ open: true });
  open('/board');
  await screen.findByRole('heading', { name: 'Set up Parley' });
});

it('shows a member the kits of the organization', async () => {
  const roles = ['INTERVIEWER'];
  answers['/me'] = () =>
    Response.json({ displayName: 'Ada', organizations: [{ id: 'o', name: 'Northwind', userId: 'u', roles }], unknown: 1 });
  answers['/kits'] = () =>
    Response.json({
      items: [
        {
          id: 'k',
          version: 4,
          name: 'Back end, 45 minutes',
          state: 'PUBLISHED',
          publishedVersion: 1,
          minutes: 45,
          minimumPanel: 1,
          questions: 2,
        },
      ],
    });
  answers['/kits/k/versions/1'] = () => Response.json({ number: 1, plan: aPlan(anItem('a'), anItem('b')) });
  open('/kits');
  expect(await screen.findByRole('link', { name: 'Back end, 45 minutes' })).toBeTruthy();
  expect(await screen.findByText('2 questions · 10 min')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Board' })).toBeNull();
});
