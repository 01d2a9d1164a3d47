import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { consoleRouter } from '../routes';

interface Sent {
  method: string;
  url: string;
  body: unknown;
  keyed: boolean;
}

const PHONE = {
  id: 'phone',
  userAgent: 'Safari on iPhone',
  clientAddress: '10.0.0.7',
  signedInAt: '2026-03-02T09:00:00.000Z',
  seenAt: '2026-03-02T09:05:00.000Z',
  secondFactor: false,
  current: false,
};

let enabled: boolean;
let sent: Sent[];

beforeEach(() => {
  enabled = false;
  sent = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    if (method !== 'GET') {
      const keyed = new Headers(init.headers).has('Idempotency-Key');
      sent.push({ method, url, body: JSON.parse(String(init.body)), keyed });
    }
    return Promise.resolve(answer(method, url));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={consoleRouter(createMemoryHistory({ initialEntries: ['/account'] }))} />
    </QueryClientProvider>,
  );
});

afterEach(() => vi.unstubAllGlobals());

function answer(method: string, url: string): Response {
  if (method === 'DELETE') {
    return new Response(null, { status: 204 });
  }
  if (url.endsWith('/devices')) {
    return Response.json({ items: [{ ...PHONE, id: 'here', userAgent: 'Firefox on Linux', current: true }, PHONE] });
  }
  if (url.endsWith('/confirmation')) {
    enabled = true;
    return Response.json({ recoveryCodes: ['AAAA-BBBB'] });
  }
  return method === 'POST'
    ? Response.json({ secret: 'SECRET', uri: 'otpauth://totp/x' })
    : Response.json({ enabled, recoveryCodesLeft: 10, required: false, shown: false });
}

test('signs out one other browser, never this one', async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));

  expect(sent).toEqual([{ method: 'DELETE', url: '/api/v1/me/devices/phone', body: {}, keyed: true }]);
});

test('sets up a second factor: password, key, code, recovery codes', async () => {
  await userEvent.type(await screen.findByLabelText('Your password'), 'a long pass phrase');
  await userEvent.click(screen.getByRole('button', { name: 'Set up' }));
  expect(await screen.findByText('SECRET')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Code'), '123456');
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));

  expect(await screen.findByText('AAAA-BBBB')).toBeTruthy();
  expect(await screen.findByText(/10 recovery codes left/)).toBeTruthy();
  expect(sent.map((one) => one.body)).toEqual([{ password: 'a long pass phrase' }, { code: '123456' }]);
  expect(sent.every((one) => one.keyed)).toBe(true);
});
