import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './client';
import { Problem } from './problem';
import type { KitSummary, KitVersion, Me, Page, Position, User } from './types';

const MINUTE = 60_000;

/** The person signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await get<Me>('/me', {}, signal);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        return null;
      }
      throw error;
    }
  },
  staleTime: 5 * MINUTE,
});

export const setUpQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => get<{ open: boolean }>('/setup', {}, signal),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => everyPage<User>('/users', signal),
  staleTime: MINUTE,
});

export const kitsQuery = queryOptions({
  queryKey: ['kits'],
  queryFn: ({ signal }) => everyPage<KitSummary>('/kits', signal),
  staleTime: MINUTE,
});

export const positionsQuery = queryOptions({
  queryKey: ['positions'],
  queryFn: ({ signal }) => everyPage<Position>('/positions', signal),
  staleTime: MINUTE,
});

export const kitVersionQuery = (kitId: string, version: number) =>
  queryOptions({
    queryKey: ['kit', kitId, version],
    queryFn: ({ signal }) => get<KitVersion>(`/kits/${kitId}/versions/${version}`, {}, signal),
    staleTime: Infinity,
  });

/** Display name of a user; their id's beginning until names are known. */
export function useNames(): (userId: string) => string {
  const { data } = useQuery(usersQuery);
  const names = new Map(data?.map((user) => [user.id, user.displayName]));
  return (userId) => names.get(userId) ?? `User ${userId.slice(0, 8)}`;
}

async function everyPage<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await get<Page<T>>(path, { limit: 100, cursor }, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && items.length < 1000);
  return items;
}
