import type { KitSummary } from '../api/types';

export interface BoardFilter {
  kit?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface Props {
  kits: KitSummary[];
  /** What the address says. */
  chosen: BoardFilter;
  /** What is shown: the address or, where it is silent, the usual range. */
  range: { from: string; to: string };
  onChange: (filter: BoardFilter) => void;
}

export function Filters({ kits, chosen, range, onChange }: Props) {
  const day = (name: 'from' | 'to', label: string) => (
    <label>
      {label}{' '}
      <input
        type="date"
        value={range[name]}
        {...(name === 'from' ? { max: range.to } : { min: range.from })}
        onChange={(event) => {
          if (event.target.value !== '') {
            onChange({ ...chosen, [name]: event.target.value });
          }
        }}
      />
    </label>
  );
  return (
    <div className="filters" role="group" aria-label="Filters">
      <label>
        Kit{' '}
        <select
          value={chosen.kit ?? ''}
          onChange={(event) => {
            onChange({ ...chosen, kit: event.target.value || undefined });
          }}
        >
          <option value="">All</option>
          {kits.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {day('from', 'From')}
      {day('to', 'To')}
      {Object.values(chosen).some((value) => value !== undefined) && (
        <button
          type="button"
          onClick={() => {
            onChange({});
          }}
        >
          Last 8 weeks, all kits
        </button>
      )}
    </div>
  );
}
