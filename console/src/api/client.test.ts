import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actFor, get, onSignedOut, Sender, streamAddress, type Command } from './client';
import { Problem, Unreachable } from './problem';

const start: Command = { method: 'POST', path: '/sessions/s1/start', body: {}, ifMatch: 3 };

const fetched = vi.fn<typeof fetch>();
const call = (index: number) => new Headers(fetched.mock.calls[index]?.[1]?.headers);
const done = () => Response.json({ id: 's1', version: 4 });
const refused = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ title: 'No', status, correlationId: 'c-1' }, { status, headers });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched.mockReset());
  actFor('org-1');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Waits through all pauses between attempts. */
async function outcome<T>(promise: Promise<T>): Promise<unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

describe('a command', () => {
  it('carries organization, key, version and the sign of our own pages', async () => {
    fetched.mockResolvedValue(done());
    await new Sender().send(start);
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/sessions/s1/start');
    expect(call(0).get('X-Parley-Organization')).toBe('org-1');
    expect(call(0).get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(call(0).get('If-Match')).toBe('"3"');
    expect(call(0).get('X-Parley-Request')).toBe('1');
  });

  it('is repeated under its key while the connection is away', async () => {
    fetched.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValueOnce(done());
    expect(await outcome(new Sender().send(start))).toEqual({ id: 's1', version: 4 });
    expect(call(1).get('Idempotency-Key')).toBe(call(0).get('Idempotency-Key'));
  });

  it('waits as long as a conflict asks for', async () => {
    fetched.mockResolvedValueOnce(refused(409, { 'Retry-After': '2' })).mockResolvedValueOnce(done());
    const sent = new Sender().send(start);
    await vi.advanceTimersByTimeAsync(1900);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await sent).toEqual({ id: 's1', version: 4 });
    expect(call(1).get('Idempotency-Key')).toBe(call(0).get('Idempotency-Key'));
  });

  it('keeps its key for the next try of the same action when no answer came, whatever the version is by then', async () => {
    const sender = new Sender();
    fetched.mockRejectedValue(new TypeError('offline'));
    expect(await outcome(sender.send(start))).toBeInstanceOf(Unreachable);
    const attempts = fetched.mock.calls.length;
    fetched.mockResolvedValue(done());
    await sender.send({ ...start, ifMatch: 4 });
    expect(call(attempts).get('Idempotency-Key')).toBe(call(0).get('Idempotency-Key'));
  });

  it('gets a fresh key after a definite answer', async () => {
    const sender = new Sender();
    fetched.mockResolvedValueOnce(refused(412)).mockResolvedValueOnce(done()).mockResolvedValueOnce(done());
    expect(await outcome(sender.send(start))).toMatchObject({ status: 412, correlationId: 'c-1' });
    await sender.send(start);
    await sender.send(start);
    expect(new Set([0, 1, 2].map((index) => call(index).get('Idempotency-Key'))).size).toBe(3);
  });
});

describe('a refusal', () => {
  it('is told with its field errors', async () => {
    fetched.mockResolvedValue(
      Response.json({ title: 'Invalid', detail: 'One field.', errors: [{ pointer: '/email', detail: 'is taken' }] }, { status: 400 }),
    );
    const problem = await get('/candidates').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).at('/email')).toBe('is taken');
    expect((problem as Problem).message).toBe('One field.');
  });

  it('without a document still has words and the correlation id of its header', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 502, headers: { 'X-Correlation-Id': 'c-9' } }));
    const problem = (await get('/kits').catch((error: unknown) => error)) as Problem;
    expect([problem.title, problem.correlationId, problem.passing]).toEqual(['Something went wrong on the server', 'c-9', true]);
  });

  it('with 401 says that nobody is signed in any more', async () => {
    const signedOut = vi.fn();
    onSignedOut(signedOut);
    fetched.mockResolvedValue(refused(401));
    await get('/me').catch(() => undefined);
    expect(signedOut).toHaveBeenCalledOnce();
  });
});

it('names the organization of a stream in its address', () => {
  expect(streamAddress('/analytics/updates')).toBe('/api/v1/analytics/updates?organization=org-1');
});

it('leaves empty filters out of a query', async () => {
  fetched.mockResolvedValue(Response.json({ items: [] }));
  await get('/sessions', { state: undefined, panelMember: '', limit: 20 });
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/sessions?limit=20');
});
