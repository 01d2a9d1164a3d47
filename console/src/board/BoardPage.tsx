import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { get } from '../api/client';
import { kitsQuery } from '../api/queries';
import type { Overview } from '../api/types';
import { ANALYSTS, useActing } from '../shell/membership';
import { Empty, Loading } from '../ui/bits';
import { formatMinutes, plural } from '../ui/format';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { ChartCard, FigureTable } from './ChartCard';
import { daysOf, decisionBars, lastEightWeeks, scoreBars, total } from './figures';
import { Filters } from './Filters';
import { Freshness } from './Freshness';
import { Funnel } from './Funnel';
import { Histogram } from './Histogram';
import { useLive } from './live';
import { PerDay } from './PerDay';

const route = getRouteApi('/shell/board');

export default function BoardPage() {
  const { may } = useActing();
  return may(...ANALYSTS) ? (
    <Board />
  ) : (
    <Page title="Board" narrow>
      <p className="note">The board is for admins and recruiters; your role does not see it.</p>
    </Page>
  );
}

function Board() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [paused, setPaused] = useState(false);
  const usual = lastEightWeeks(new Date());
  const range = { from: search.from ?? usual.from, to: search.to ?? usual.to };
  const { data: kits } = useQuery(kitsQuery);
  const { data, error } = useQuery({
    queryKey: ['overview', { ...range, kit: search.kit }],
    queryFn: ({ signal }) => get<Overview>('/analytics/overview', { ...range, kit: search.kit }, signal),
    placeholderData: keepPreviousData,
  });
  const refresh = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['overview'] });
  }, [queries]);
  const live = useLive('/analytics/updates', paused, refresh);

  return (
    <Page
      title="Board"
      lead="How the process runs, as it happens."
      actions={
        <Freshness
          asOf={data?.asOf}
          live={live}
          onPause={() => {
            setPaused(!paused);
          }}
        />
      }
    >
      <Filters
        kits={kits ?? []}
        chosen={search}
        range={range}
        onChange={(next) => {
          void navigate({ search: next, replace: true });
        }}
      />
      <Problems error={error} />
      {!data && !error && <Loading rows={6} />}
      {data && <Charts overview={data} range={range} filtered={search.kit !== undefined} />}
    </Page>
  );
}

interface ChartsProps {
  overview: Overview;
  range: { from: string; to: string };
  filtered: boolean;
}

function Charts({ overview, range, filtered }: ChartsProps) {
  const scores = scoreBars(overview.scores);
  const { timeToDecision } = overview;
  const days = daysOf(overview.sessionsPerDay, range.from, range.to);
  const sessions = days.reduce((sum, day) => sum + day.scheduled + day.completed + day.decided, 0);
  if (total(overview.funnel) + sessions + total(scores) + timeToDecision.count === 0) {
    return (
      <Empty title="Nothing in this range yet">
        <p>
          Figures appear as soon as somebody applies or an interview is planned. Choose other dates, or{' '}
          <Link to="/sessions">go to the sessions</Link>.
        </p>
      </Empty>
    );
  }
  return (
    <div className="charts">
      <PerDay days={days} />
      <Funnel stages={overview.funnel} filtered={filtered} />
      <ChartCard
        title="Scores"
        basis={`n = ${plural(total(scores), 'evaluated session')}; raw weighted score, 1 to 5`}
        empty={total(scores) === 0}
        table={
          <FigureTable
            caption="Raw weighted scores"
            head={['From', 'Sessions']}
            rows={scores.map((bar) => [bar.label, bar.count])}
          />
        }
      >
        <Histogram label="Distribution of raw weighted scores" bars={scores} edges lastEdge="5" />
      </ChartCard>
      <ChartCard
        title="Time to decision"
        basis={`n = ${plural(timeToDecision.count, 'decision')}, from completion to the first decision`}
        empty={timeToDecision.count === 0}
        wide
        table={
          <FigureTable
            caption="Time to decision"
            head={['Time', 'Decisions']}
            rows={decisionBars(timeToDecision).map((bar) => [bar.label, bar.count])}
          />
        }
      >
        <p className="figures">
          <span>
            half within <b>{duration(timeToDecision.medianMinutes)}</b>
          </span>
          <span>
            nine in ten within <b>{duration(timeToDecision.p90Minutes)}</b>
          </span>
        </p>
        <Histogram label="Distribution of the time to decision" bars={decisionBars(timeToDecision)} />
      </ChartCard>
    </div>
  );
}

function duration(minutes: number | null | undefined): string {
  return typeof minutes === 'number' ? formatMinutes(minutes) : '—';
}
