import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, sendOnce } from '../api/client';
import { Badge, Loading } from '../ui/bits';
import { formatInstant } from '../ui/format';
import { Problems } from '../ui/Problems';

interface Device {
  id: string;
  userAgent: string;
  clientAddress: string;
  signedInAt: string;
  seenAt: string;
  secondFactor: boolean;
  current: boolean;
}

const KEY = ['devices'];

/** Where the person is signed in. */
export function Devices() {
  const queries = useQueryClient();
  const devices = useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<{ items: Device[] }>('/me/devices', {}, signal) });
  const end = useMutation({
    mutationFn: (id: string) => sendOnce('DELETE', `/me/devices/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const endAll = useMutation({
    mutationFn: () => sendOnce('DELETE', '/me/devices'),
    onSuccess: () => window.location.assign('/sign-in'),
  });
  return (
    <section className="panel" aria-labelledby="devices">
      <h2 id="devices">Where you are signed in</h2>
      <Problems error={devices.error ?? end.error ?? endAll.error} />
      {devices.isPending ? (
        <Loading />
      ) : (
        <ul>
          {devices.data?.items.map((one) => (
            <li key={one.id}>
              {one.userAgent}, {one.clientAddress}, since {formatInstant(one.signedInAt)}, last seen {formatInstant(one.seenAt)}{' '}
              {one.current ? (
                <Badge state="this one" />
              ) : (
                <button type="button" className="small" disabled={end.isPending} onClick={() => end.mutate(one.id)}>
                  Sign out
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <button type="button" disabled={endAll.isPending} onClick={() => endAll.mutate()}>
        Sign out everywhere
      </button>
    </section>
  );
}
