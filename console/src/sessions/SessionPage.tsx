import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { get } from '../api/client';
import { positionsQuery, useNames } from '../api/queries';
import { Problem } from '../api/problem';
import type { Evaluation, Session } from '../api/types';
import { PlanView } from '../kits/PlanView';
import { Result } from '../scoring/Result';
import { ScorecardSection } from '../scoring/ScorecardSection';
import { Waiting } from '../scoring/Waiting';
import { useActing } from '../shell/membership';
import { Badge, Loading } from '../ui/bits';
import { browserZone, formatInstant, formatInZone, formatTime, plural } from '../ui/format';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { LifeCycle } from './LifeCycle';
import { rateable } from './states';

const route = getRouteApi('/shell/sessions/$sessionId');

const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: ({ signal }) => get<Session>(`/sessions/${sessionId}`, {}, signal),
    refetchInterval: 8_000,
  });

/** Absent until the evaluation is known to scoring, and for those who may not see it. */
const evaluationQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['evaluation', sessionId],
    queryFn: async ({ signal }): Promise<Evaluation | null> => {
      try {
        return await get<Evaluation>(`/evaluations/${sessionId}`, {}, signal);
      } catch (error) {
        if (error instanceof Problem && (error.status === 404 || error.status === 403)) {
          return null;
        }
        throw error;
      }
    },
    refetchInterval: 4_000,
  });

export default function SessionPage() {
  const { sessionId } = route.useParams();
  const queries = useQueryClient();
  const { data: session, error } = useQuery(sessionQuery(sessionId));
  const { data: evaluation } = useQuery(evaluationQuery(sessionId));
  const reload = useCallback(() => {
    for (const kind of ['session', 'evaluation', 'scorecard']) {
      void queries.invalidateQueries({ queryKey: [kind, sessionId] });
    }
    void queries.invalidateQueries({ queryKey: ['sessions'] });
  }, [queries, sessionId]);

  if (!session) {
    return (
      <Page key="loading" title={error ? 'This session cannot be shown' : 'Session'}>
        {error ? <Problems error={error} /> : <Loading rows={8} />}
      </Page>
    );
  }
  return <SessionView session={session} evaluation={evaluation ?? undefined} onChanged={reload} />;
}

interface ViewProps {
  session: Session;
  evaluation: Evaluation | undefined;
  onChanged: () => void;
}

function SessionView({ session, evaluation, onChanged }: ViewProps) {
  const { userId } = useActing();
  const mine = session.panel.some((member) => member.userId === userId);
  const revealed = evaluation?.state === 'REVEALED' || evaluation?.state === 'DECIDED';
  const rating = mine && !revealed && rateable(session);
  return (
    <Page
      key="session"
      title={session.candidateName ?? 'Interview'}
      lead={`${session.kit.name}, version ${session.kit.version}`}
      back={<Link to="/sessions">All sessions</Link>}
    >
      <Facts session={session} />
      <LifeCycle session={session} onChanged={onChanged} />
      {evaluation && !revealed && rateable(session) && <Waiting evaluation={evaluation} />}
      {rating && <ScorecardSection session={session} onSubmitted={onChanged} />}
      {revealed && <Result session={session} evaluation={evaluation} onChanged={onChanged} />}
      {!rating && !revealed && <Preparation session={session} mine={mine} />}
    </Page>
  );
}

function Preparation({ session, mine }: { session: Session; mine: boolean }) {
  const questions = session.plan.sections.reduce((sum, section) => sum + section.items.length, 0);
  return (
    <details className="panel" open={mine && session.state === 'SCHEDULED'}>
      <summary>
        What will be asked: {plural(questions, 'question')}, {session.plan.minutes} minutes
      </summary>
      {mine && session.state === 'SCHEDULED' && <p className="note">Your scorecard opens here when the interview starts.</p>}
      <PlanView plan={session.plan} />
    </details>
  );
}

function Facts({ session }: { session: Session }) {
  const nameOf = useNames();
  const { data: positions } = useQuery(positionsQuery);
  return (
    <dl className="facts-grid panel">
      <div>
        <dt>State</dt>
        <dd>
          <Badge state={session.state} />
        </dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>
          <time dateTime={session.scheduledFor}>{formatInstant(session.scheduledFor)}</time>
          {session.timeZone !== browserZone && (
            <span className="muted block">{formatInZone(session.scheduledFor, session.timeZone)}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>Position</dt>
        <dd>{positions?.find((one) => one.id === session.positionId)?.title ?? '—'}</dd>
      </div>
      <div>
        <dt>Panel</dt>
        <dd>{session.panel.map((member) => nameOf(member.userId) + (member.lead ? ' (lead)' : '')).join(', ')}</dd>
      </div>
      {session.startedAt && (
        <div>
          <dt>{session.endedAt ? 'Held' : 'Started'}</dt>
          <dd>
            {formatInstant(session.startedAt)}
            {session.endedAt && <span className="muted block">until {formatTime(session.endedAt)}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
