import { attempt } from '../api/client';
import { Outbox } from './outbox';
import { openShelf, pageClient } from './shelf';

const open = new Map<string, Promise<Outbox>>();

/** The one outbox of a person's scorecard in this page; it goes on sending while other pages of the console are shown. */
export function outboxFor(organizationId: string, userId: string, sessionId: string): Promise<Outbox> {
  const key = [organizationId, userId, sessionId].join('/');
  const known = open.get(key);
  if (known) {
    return known;
  }
  const opening = openShelf(organizationId, userId, sessionId).then((shelf) => {
    const outbox = new Outbox(pageClient, shelf, attempt);
    window.addEventListener('online', outbox.wakeNow);
    return outbox;
  });
  open.set(key, opening);
  return opening;
}
