import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { get } from '../api/client';
import { useNames } from '../api/queries';
import type { Page as PageOf, SessionSummary } from '../api/types';
import { useActing } from '../shell/membership';
import { Badge, Empty, Loading } from '../ui/bits';
import { formatInstant, words } from '../ui/format';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { SESSION_STATES } from './states';

const route = getRouteApi('/shell/sessions');

const WHAT_TO_DO = {
  planner: 'Schedule the first one, or import past interviews.',
  interviewer: 'Interviews appear here once you are on their panel.',
};

export default function SessionsPage() {
  const { state, mine } = route.useSearch();
  const navigate = route.useNavigate();
  const { userId, may } = useActing();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['sessions', { state, mine }],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<SessionSummary>>(
        '/sessions',
        { state, panelMember: mine && userId, limit: 20, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  });
  const sessions = data?.pages.flatMap((page) => page.items) ?? [];
  const seesAll = may('ADMIN', 'RECRUITER');
  const schedule = (
    <Link to="/sessions/new" className="button primary">
      Schedule an interview
    </Link>
  );
  return (
    <Page title="Sessions" lead="Interviews, planned and held." actions={seesAll && schedule}>
      <div className="filters" role="group" aria-label="Filters">
        <label>
          State{' '}
          <select
            value={state ?? ''}
            onChange={(event) => {
              const chosen = SESSION_STATES.find((known) => known === event.target.value);
              void navigate({ search: (before) => ({ ...before, state: chosen }), replace: true });
            }}
          >
            <option value="">All</option>
            {SESSION_STATES.map((known) => (
              <option key={known} value={known}>
                {words(known)}
              </option>
            ))}
          </select>
        </label>
        {seesAll && (
          <label className="check">
            <input
              type="checkbox"
              checked={mine === true}
              onChange={(event) => {
                const chosen = event.target.checked ? true : undefined;
                void navigate({ search: (before) => ({ ...before, mine: chosen }), replace: true });
              }}
            />
            With me on the panel
          </label>
        )}
      </div>
      <Problems error={error} />
      {isPending && <Loading rows={8} />}
      {data && sessions.length === 0 && (
        <Empty title={state || mine ? 'No session matches' : 'No interviews yet'}>
          <p>{state || mine ? 'Choose another state, or all of them.' : WHAT_TO_DO[seesAll ? 'planner' : 'interviewer']}</p>
          {seesAll && <p>{schedule}</p>}
        </Empty>
      )}
      {sessions.length > 0 && <SessionTable sessions={sessions} />}
      {hasNextPage && (
        <p className="more">
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Loading…' : 'Show more'}
          </button>
        </p>
      )}
    </Page>
  );
}

function SessionTable({ sessions }: { sessions: SessionSummary[] }) {
  const nameOf = useNames();
  return (
    <table className="list" role="table">
      <caption className="visually-hidden">Sessions</caption>
      <thead>
        <tr role="row">
          <th scope="col">Candidate</th>
          <th scope="col">When</th>
          <th scope="col">Kit</th>
          <th scope="col">Panel</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id} role="row">
            <td role="cell" className="main">
              <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className="cover">
                {session.candidateName ?? `Interview ${session.id.slice(0, 8)}`}
              </Link>
              <span className="muted">{session.positionTitle}</span>
            </td>
            <td role="cell" className="when">
              <time dateTime={session.scheduledFor}>{formatInstant(session.scheduledFor)}</time>
            </td>
            <td role="cell">{session.kit.name}</td>
            <td role="cell" className="panel-names">
              {session.panel.map((member) => nameOf(member.userId) + (member.lead ? ' (lead)' : '')).join(', ')}
            </td>
            <td role="cell">
              <Badge state={session.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
