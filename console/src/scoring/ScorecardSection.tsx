import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import { Problem } from '../api/problem';
import type { Scorecard, Session } from '../api/types';
import { useActing } from '../shell/membership';
import { Loading } from '../ui/bits';
import { formatInstant } from '../ui/format';
import { Problems } from '../ui/Problems';
import { outboxFor } from './outboxes';
import { ScorecardForm } from './ScorecardForm';

interface Props {
  session: Session;
  onSubmitted: () => void;
}

/** One's own scorecard: the form while it is a draft, a receipt once it is sealed. */
export function ScorecardSection({ session, onSubmitted }: Props) {
  const { userId, organization } = useActing();
  const card = useQuery({
    queryKey: ['scorecard', session.id],
    queryFn: ({ signal }) => get<Scorecard>(`/scorecards/${session.id}`, {}, signal),
    // right after scheduling, scoring may not have heard of the session
    retry: (failures, error) => failures < 5 && error instanceof Problem && (error.status === 404 || error.passing),
    staleTime: Infinity,
    gcTime: 0,
  });
  const outbox = useQuery({
    queryKey: ['outbox', session.id],
    queryFn: () => outboxFor(organization.id, userId, session.id),
    staleTime: Infinity,
    structuralSharing: false,
  });
  if (card.error) {
    return <Problems error={card.error} />;
  }
  if (!card.data || !outbox.data) {
    return <Loading rows={6} />;
  }
  if (card.data.state === 'SUBMITTED') {
    return (
      <p className="note" role="status">
        Your scorecard is sealed
        {card.data.submittedAt && ` since ${formatInstant(card.data.submittedAt)}`}. Everybody’s ratings are revealed at once, when
        the interview is completed and the whole panel has submitted.
      </p>
    );
  }
  return <ScorecardForm session={session} card={card.data} outbox={outbox.data} onSubmitted={onSubmitted} />;
}
