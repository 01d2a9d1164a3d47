import { Problem, problemOf, Unreachable } from './problem';
import type { Receipt } from './types';

const ROOT = '/api/v1';
const PATIENCE_MS = 15_000;

export type Query = Record<string, string | number | undefined>;

/** An intention of the user: everything about a changing request except its idempotency key. */
export interface Command {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  ifMatch?: number;
}

let organization: string | undefined;
let signedOut: () => void = () => undefined;

/** Names the organization of this tab; every request carries it. */
export function actFor(organizationId: string | undefined): void {
  organization = organizationId;
}

/** Calls back when the server no longer knows who is asking. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await exchange(address(path, query), { headers: headers(), signal: signal ?? null });
  return (await response.json()) as T;
}

/** Sends once, without an idempotency key: for sign-in, set-up, links and sessions only. */
export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return sendOnce('POST', path, body);
}

/** Sends once what changes the person's own account; a password is not kept to repeat it. */
export async function sendOnce<T>(method: 'POST' | 'DELETE', path: string, body: unknown = {}): Promise<T> {
  const response = await exchange(address(path), {
    method,
    headers: {
      ...headers(),
      'Content-Type': 'application/json',
      'X-Parley-Request': '1',
      ...(path.startsWith('/me/') && { 'Idempotency-Key': crypto.randomUUID() }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** Sends once, under a given key. */
export async function attempt(command: Command, key: string): Promise<Receipt> {
  const response = await exchange(address(command.path), {
    method: command.method,
    headers: {
      ...headers(),
      'Content-Type': 'application/json',
      'X-Parley-Request': '1',
      'Idempotency-Key': key,
      ...(command.ifMatch === undefined ? {} : { 'If-Match': `"${command.ifMatch}"` }),
    },
    body: JSON.stringify(command.body ?? {}),
  });
  return (await response.json()) as Receipt;
}

/** The address of a stream; browsers cannot set headers there, so the organization is in the query. */
export function streamAddress(path: string): string {
  return address(path, { organization });
}

/**
 * Sends commands so that each takes effect at most once: an attempt that got no definite answer is repeated under its key,
 * here for some seconds, and again when the user repeats the same action.
 */
export class Sender {
  private readonly keys = new Map<string, string>();

  async send(command: Command): Promise<Receipt> {
    // without the version: after a lost answer the same action arrives with a newer one
    const action = JSON.stringify([command.method, command.path, command.body]);
    const key = this.keys.get(action) ?? crypto.randomUUID();
    this.keys.set(action, key);
    try {
      const receipt = await persist(command, key);
      this.keys.delete(action);
      return receipt;
    } catch (error) {
      if (error instanceof Problem && !error.passing) {
        this.keys.delete(action);
      }
      throw error;
    }
  }
}

async function persist(command: Command, key: string): Promise<Receipt> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (let pause = 400; ; pause *= 2) {
    try {
      return await attempt(command, key);
    } catch (error) {
      const wait = waitBefore(error, pause);
      if (wait === undefined || Date.now() + wait > giveUp) {
        throw error;
      }
      await sleep(wait);
    }
  }
}

function waitBefore(error: unknown, pause: number): number | undefined {
  if (error instanceof Unreachable) {
    return pause > 800 ? undefined : pause;
  }
  return error instanceof Problem && error.retryAfterMs !== undefined ? Math.max(error.retryAfterMs, pause) : undefined;
}

async function exchange(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new Unreachable(error);
  }
  if (response.ok) {
    return response;
  }
  const problem = await problemOf(response);
  if (problem.status === 401) {
    signedOut();
  }
  throw problem;
}

function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return `${ROOT}${path}${text === '' ? '' : `?${text}`}`;
}

function headers(): Record<string, string> {
  return { Accept: 'application/json', ...(organization === undefined ? {} : { 'X-Parley-Organization': organization }) };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
