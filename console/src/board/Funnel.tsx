import type { FunnelStage } from '../api/types';
import { words } from '../ui/format';
import { ChartCard, FigureTable } from './ChartCard';

/** How many applications reached each stage. */
export function Funnel({ stages, filtered }: { stages: FunnelStage[]; filtered: boolean }) {
  const first = stages[0]?.count ?? 0;
  const share = (count: number) => (first === 0 ? 0 : Math.round((100 * count) / first));
  return (
    <ChartCard
      title="Funnel"
      basis={`n = ${first} applications opened in the range${filtered ? ', of all kits' : ''}`}
      empty={first === 0}
      table={
        <FigureTable
          caption="Applications by stage"
          head={['Stage', 'Applications', 'Share']}
          rows={stages.map(({ stage, count }) => [words(stage), count, `${share(count)}%`])}
        />
      }
    >
      <ol className="funnel">
        {stages.map(({ stage, count }) => (
          <li key={stage}>
            <span>{words(stage)}</span>
            <svg height="22" aria-hidden="true">
              <rect className="track" width="100%" height="22" rx="4" />
              <rect className="bar" width={`${share(count)}%`} height="22" rx="4" />
            </svg>
            <span className="number">
              <b>{count}</b> <span className="muted">{share(count)}%</span>
            </span>
          </li>
        ))}
      </ol>
    </ChartCard>
  );
}
