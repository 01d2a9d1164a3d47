import type { LiveState } from './live';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const WORDS: Record<LiveState, string> = { live: 'live', connecting: 'connecting…', paused: 'paused' };

interface Props {
  asOf: string | undefined;
  live: LiveState;
  onPause: () => void;
}

/** When the figures were taken, and whether they follow what happens. */
export function Freshness({ asOf, live, onPause }: Props) {
  return (
    <p className="freshness">
      <span className="dot" data-live={live} />
      <span>
        {asOf && (
          <>
            As of <time dateTime={asOf}>{clock.format(new Date(asOf))}</time>,{' '}
          </>
        )}
        {WORDS[live]}
      </span>
      <button type="button" className="small" onClick={onPause}>
        {live === 'paused' ? 'Go live' : 'Pause'}
      </button>
    </p>
  );
}
