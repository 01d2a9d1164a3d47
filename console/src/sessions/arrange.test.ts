import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Arrangement, type InterviewRequest } from './arrange';

const request: InterviewRequest = {
  candidate: { name: 'Nora', email: 'nora@example.org' },
  position: { title: 'Engineer', timeZone: 'Europe/Berlin' },
  kit: { id: 'k', version: 2 },
  panel: [{ userId: 'u', lead: true }],
  scheduledFor: new Date('2026-12-01T13:30:00Z'),
  timeZone: 'Europe/Berlin',
};

const calls: string[] = [];
let answers: Record<string, () => Response>;
const created = (id: string) => () => Response.json({ id, version: 1 }, { status: 201 });
const list = (...items: object[]) => () => Response.json({ items });

beforeEach(() => {
  calls.length = 0;
  answers = {
    'GET /candidates': list(),
    'POST /candidates': created('c'),
    'POST /positions': created('p'),
    'POST /applications': created('a'),
    'POST /sessions': created('s'),
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const name = `${init.method ?? 'GET'} ${url.replace('/api/v1', '').split('?')[0] ?? ''}`;
    calls.push(name);
    return Promise.resolve(answers[name]?.() ?? new Response(null, { status: 404 }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('plans from candidate to session', async () => {
  expect(await new Arrangement().schedule(request)).toBe('s');
  expect(calls).toEqual(['GET /candidates', 'POST /candidates', 'POST /positions', 'POST /applications', 'POST /sessions']);
});

it('uses the candidate known by the address and the application already open', async () => {
  answers['GET /candidates'] = list({ id: 'known' });
  answers['GET /applications'] = list(
    { id: 'closed', candidateId: 'known', positionId: 'p', outcome: 'REJECTED' },
    { id: 'other', candidateId: 'somebody else', positionId: 'p' },
    { id: 'open', candidateId: 'known', positionId: 'p' },
  );
  expect(await new Arrangement().schedule({ ...request, position: { id: 'p' } })).toBe('s');
  expect(calls).toEqual(['GET /candidates', 'GET /applications', 'POST /sessions']);
});

it('goes on where it stopped, repeating only what the user changed', async () => {
  const arrangement = new Arrangement();
  answers['POST /sessions'] = () => Response.json({ title: 'Invalid' }, { status: 400 });
  await expect(arrangement.schedule(request)).rejects.toThrow('Invalid');
  calls.length = 0;
  answers['POST /sessions'] = created('s');
  expect(await arrangement.schedule({ ...request, timeZone: 'UTC' })).toBe('s');
  expect(calls).toEqual(['POST /sessions']);
});
