import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '../api/problem';
import { Outbox, type Attempt, type Change, type Shelf } from './outbox';

const attempt = vi.fn<Attempt>();
let shelved: Change[];
const shelf: Shelf = {
  load: () => structuredClone(shelved),
  save: (changes) => {
    shelved = structuredClone([...changes]);
  },
};
const rating = (field: string, value: number): Change => ({ field, path: `/ratings/${field}`, body: { rating: value } });
const sent = () => attempt.mock.calls.map(([command]) => command.body);
const keys = () => attempt.mock.calls.map(([, key]) => key);
const problem = (status: number) => new Problem(status, { title: 'No' }, undefined, undefined);

beforeEach(() => {
  vi.useFakeTimers();
  attempt.mockReset().mockResolvedValue({});
  shelved = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('sends changes in order, counted', async () => {
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put(rating('a', 3));
    outbox.put(rating('b', 5));
    expect(outbox.getSnapshot().waiting).toBe(2);
    await vi.runAllTimersAsync();
    expect(sent()).toEqual([
      { rating: 3, client: 'tab', counter: 1 },
      { rating: 5, client: 'tab', counter: 2 },
    ]);
    expect(outbox.getSnapshot().waiting).toBe(0);
    expect(shelved).toEqual([]);
  });

  it('sends only the last of several changes to a field made within the typing pause', async () => {
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put(rating('a', 1), 700);
    outbox.put(rating('a', 2), 700);
    await vi.runAllTimersAsync();
    expect(sent()).toEqual([{ rating: 2, client: 'tab', counter: 1 }]);
  });

  it('repeats a change that got no answer under its key and counter, before newer ones', async () => {
    attempt.mockRejectedValueOnce(new Unreachable('offline'));
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put(rating('a', 1));
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.getSnapshot()).toMatchObject({ waiting: 1, trouble: expect.stringContaining('cannot be reached') as string });
    outbox.put(rating('a', 4));
    await vi.runAllTimersAsync();
    expect(sent()).toEqual([
      { rating: 1, client: 'tab', counter: 1 },
      { rating: 1, client: 'tab', counter: 1 },
      { rating: 4, client: 'tab', counter: 2 },
    ]);
    expect(keys()[0]).toBe(keys()[1]);
    expect(keys()[2]).not.toBe(keys()[1]);
    expect(outbox.getSnapshot()).toMatchObject({ waiting: 0, trouble: undefined });
  });

  it('holds changes back while nobody is signed in', async () => {
    attempt.mockRejectedValueOnce(problem(401));
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put(rating('a', 1));
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.getSnapshot()).toMatchObject({ waiting: 1, refusals: [] });
    await vi.runAllTimersAsync();
    expect(outbox.getSnapshot().waiting).toBe(0);
  });

  it('shows a refused change and goes on with the next', async () => {
    attempt.mockRejectedValueOnce(problem(400));
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put(rating('a', 1));
    outbox.put(rating('b', 2));
    await vi.runAllTimersAsync();
    expect(outbox.getSnapshot().refusals.map((refusal) => refusal.change.field)).toEqual(['a']);
    expect(sent()).toHaveLength(2);
    outbox.put(rating('a', 3));
    expect(outbox.getSnapshot().refusals).toEqual([]);
  });

  it('keeps an incomplete change without sending it', async () => {
    const outbox = new Outbox('tab', shelf, attempt);
    outbox.put({ field: 'a', path: '/ratings/a', body: { evidence: 'said so' }, incomplete: true });
    await vi.runAllTimersAsync();
    expect(attempt).not.toHaveBeenCalled();
    expect(outbox.getSnapshot()).toMatchObject({ waiting: 0, incomplete: 1 });
    expect(shelved).toHaveLength(1);
  });

  it('takes up after a reload what was left, repeats included', async () => {
    const stamp = { client: 'earlier tab', counter: 7, key: 'k-7' };
    shelved = [{ ...rating('a', 2), stamp }, rating('b', 3)];
    new Outbox('tab', shelf, attempt);
    await vi.runAllTimersAsync();
    expect(sent()).toEqual([
      { rating: 2, client: 'earlier tab', counter: 7 },
      { rating: 3, client: 'tab', counter: 1 },
    ]);
    expect(keys()[0]).toBe('k-7');
  });
});
