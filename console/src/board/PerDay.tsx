import { formatDay, plural } from '../ui/format';
import { ChartCard, FigureTable } from './ChartCard';
import { ceiling, weeksOf, type Day, type Week } from './figures';
import { useWidth } from './useWidth';

const HEIGHT = 240;
const TOP = 26;
const BOTTOM = 26;

/** Sessions by day, and over them the average day of each week, so that a trend shows through the noise. */
export function PerDay({ days }: { days: Day[] }) {
  const sum = (pick: (day: Day) => number) => days.reduce((all, day) => all + pick(day), 0);
  const completed = sum((day) => day.completed);
  const scheduled = sum((day) => day.scheduled);
  const weeks = weeksOf(days);
  return (
    <ChartCard
      title="Sessions per day"
      basis={`n = ${plural(completed, 'session')} completed, ${scheduled} planned; ${sum((day) => day.decided)} decided`}
      empty={completed + scheduled === 0}
      wide
      table={
        <FigureTable
          caption="Sessions by day"
          head={['Day', 'Planned', 'Completed', 'Decided']}
          rows={days.map((day) => [formatDay(day.day), day.scheduled, day.completed, day.decided])}
        />
      }
    >
      <Plot days={days} weeks={weeks} />
      <ul className="legend" aria-hidden="true">
        <li>
          <i className="swatch soft" /> planned
        </li>
        <li>
          <i className="swatch" /> completed
        </li>
        <li>
          <i className="swatch line" /> average day of the week, with the week’s total
        </li>
      </ul>
    </ChartCard>
  );
}

function Plot({ days, weeks }: { days: Day[]; weeks: Week[] }) {
  const { ref, width } = useWidth(900);
  const end = ceiling(Math.max(...days.map((day) => Math.max(day.completed, day.scheduled))));
  const left = 12 + 7 * String(end).length;
  const step = (width - left) / days.length;
  const plot = HEIGHT - TOP - BOTTOM;
  const y = (value: number) => TOP + plot * (1 - value / end);
  const x = (index: number) => left + step * index;
  const gap = step > 4 ? 1 : 0.25;
  const starts = weeks.map((_, week) => weeks.slice(0, week).reduce((all, one) => all + one.days.length, 0));
  const every = Math.ceil(52 / (step * 7));
  const label = `Completed sessions by week: ${weeks.map((week) => `${formatDay(week.from)} ${week.completed}`).join(', ')}`;
  return (
    <div ref={ref} className="plot">
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {[0, end / 2, end].filter(Number.isInteger).map((tick) => (
          <g key={tick}>
            <line className="axis" x1={left} x2={width} y1={y(tick) + 0.5} y2={y(tick) + 0.5} />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {days.map((day, index) => (
          <g key={day.day}>
            <rect className="bar soft" x={x(index) + gap} y={y(day.scheduled)} width={step - 2 * gap} height={y(0) - y(day.scheduled)} />
            <rect className="bar" x={x(index) + gap} y={y(day.completed)} width={step - 2 * gap} height={y(0) - y(day.completed)} />
          </g>
        ))}
        {weeks.map((week, index) => {
          const start = x(starts[index] ?? 0);
          const stop = start + step * week.days.length;
          const mean = y(week.completed / week.days.length);
          return (
            <g key={week.from}>
              <line className="trend" x1={start} x2={stop} y1={mean} y2={mean} />
              {week.days.length > 3 && (
                <text className="value" x={(start + stop) / 2} y={TOP - 12} textAnchor="middle">
                  {week.completed}
                </text>
              )}
              {index % every === 0 && (
                <text x={start} y={HEIGHT - 7} textAnchor="start">
                  {formatDay(week.from)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
