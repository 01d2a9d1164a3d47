import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { consoleRouter } from '../routes';

afterEach(() => vi.unstubAllGlobals());

test('whoever has a second factor is asked for a code, and only then is in', async () => {
  const sent: [string, unknown][] = [];
  const answers: Record<string, [number, unknown]> = {
    '/api/v1/setup': [200, { open: false }],
    '/api/v1/sign-in': [202, { next: 'code' }],
    '/api/v1/sign-in/code': [401, { title: 'Sign in first', detail: 'The code is wrong.' }],
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'POST') {
      sent.push([url, JSON.parse(String(init.body))]);
    }
    const [status, body] = answers[url] ?? [404, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={consoleRouter(createMemoryHistory({ initialEntries: ['/sign-in'] }))} />
    </QueryClientProvider>,
  );

  await userEvent.type(await screen.findByLabelText('Email'), 'ada@acme.test');
  await userEvent.type(screen.getByLabelText('Password'), 'a long pass phrase');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await userEvent.type(await screen.findByLabelText('Code'), '123456');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByText('The code is wrong.')).toBeTruthy();
  expect(sent).toEqual([
    ['/api/v1/sign-in', { email: 'ada@acme.test', password: 'a long pass phrase' }],
    ['/api/v1/sign-in/code', { code: '123456' }],
  ]);
});
