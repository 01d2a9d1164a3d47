import { useState, type ReactNode } from 'react';

interface Props {
  title: string;
  /** How many observations the chart is made of, in words. */
  basis: string;
  empty?: boolean;
  wide?: boolean;
  table: ReactNode;
  children: ReactNode;
}

/** A chart with its basis; the same figures as a table at the press of a button. */
export function ChartCard({ title, basis, empty = false, wide = false, table, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={wide ? 'panel chart wide' : 'panel chart'} aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <p className="hint">{basis}</p>
        </div>
        {!empty && (
          <button
            type="button"
            className="small"
            aria-pressed={asTable}
            aria-label={`${title} as a table`}
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            Table
          </button>
        )}
      </header>
      {empty ? <p className="muted">Nothing in this range yet.</p> : asTable ? <Scrolled title={title}>{table}</Scrolled> : children}
    </section>
  );
}

/** Long tables scroll by keyboard too. */
function Scrolled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="table-view" role="region" aria-label={`${title}, table`} tabIndex={0}>
      {children}
    </div>
  );
}

interface TableProps {
  caption: string;
  head: string[];
  rows: (string | number)[][];
}

export function FigureTable({ caption, head, rows }: TableProps) {
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((value, index) => (
              <td key={head[index + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
