import type { Change, Shelf } from './outbox';

/** Names this load of the page towards the server; its counters start at one. */
export const pageClient = crypto.randomUUID();

const lockName = (client: string) => `parley.client.${client}`;

// held as long as the page lives, so that another one can tell what was left behind
void navigator.locks?.request(lockName(pageClient), () => new Promise(() => undefined));

/** Opens the place where one person's changes of one scorecard wait, with what earlier loads of the page left there. */
export async function openShelf(organizationId: string, userId: string, sessionId: string): Promise<Shelf> {
  const prefix = `parley.outbox/${organizationId}/${userId}/${sessionId}/`;
  const own = prefix + pageClient;
  const live = await liveLocks();
  const left = keysOf(prefix).filter((key) => key !== own && !live.has(lockName(key.slice(prefix.length))));
  const changes = [...left, own].flatMap(read);
  left.forEach((key) => {
    localStorage.removeItem(key);
  });
  const shelf: Shelf = {
    load: () => changes,
    save: (waiting) => {
      if (waiting.length === 0) {
        localStorage.removeItem(own);
      } else {
        localStorage.setItem(own, JSON.stringify(waiting));
      }
    },
  };
  shelf.save(changes);
  return shelf;
}

/** How many changes of this person, known by these ids, wait in this browser. */
export function waitingOf(userIds: readonly string[]): number {
  return shelvesOf(userIds).flatMap(read).length;
}

/** Removes what waits for this person: notes about people do not stay on a machine someone signed out of. */
export function clearShelves(userIds: readonly string[]): void {
  shelvesOf(userIds).forEach((key) => {
    localStorage.removeItem(key);
  });
}

function shelvesOf(userIds: readonly string[]): string[] {
  return keysOf('parley.outbox/').filter((key) => userIds.includes(key.split('/')[2] ?? ''));
}

async function liveLocks(): Promise<Set<string>> {
  const snapshot = await navigator.locks?.query();
  return new Set(snapshot?.held?.flatMap((lock) => lock.name ?? []));
}

function keysOf(prefix: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function read(key: string): Change[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Change[];
  } catch {
    return [];
  }
}
