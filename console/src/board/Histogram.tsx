import { ceiling, type Bar } from './figures';
import { useWidth } from './useWidth';

const HEIGHT = 190;
const TOP = 18;
const BOTTOM = 24;

interface Props {
  label: string;
  bars: Bar[];
  /** Whether a label names the lower edge of its bar instead of the bar. */
  edges?: boolean;
  lastEdge?: string;
}

export function Histogram({ label, bars, edges = false, lastEdge }: Props) {
  const { ref, width } = useWidth(480);
  const end = ceiling(Math.max(...bars.map((bar) => bar.count)));
  const step = width / bars.length;
  const plot = HEIGHT - TOP - BOTTOM;
  const every = Math.ceil((edges ? 34 : 62) / step);
  return (
    <div ref={ref} className="plot">
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        <line className="axis" x1="0" x2={width} y1={HEIGHT - BOTTOM + 0.5} y2={HEIGHT - BOTTOM + 0.5} />
        {bars.map((bar, index) => {
          const height = (plot * bar.count) / end;
          const middle = step * (index + 0.5);
          return (
            <g key={bar.label}>
              {bar.count > 0 && (
                <>
                  <rect className="bar" x={step * index + 1.5} y={TOP + plot - height} width={step - 3} height={height} rx="2" />
                  <text className="value" x={middle} y={TOP + plot - height - 5} textAnchor="middle">
                    {bar.count}
                  </text>
                </>
              )}
              {index % every === 0 && (
                <text
                  x={edges ? step * index : middle}
                  y={HEIGHT - 7}
                  textAnchor={edges ? (index === 0 ? 'start' : 'middle') : 'middle'}
                >
                  {edges ? bar.label.replace(/\.?0+$/, '') : bar.label}
                </text>
              )}
            </g>
          );
        })}
        {lastEdge && (
          <text x={width} y={HEIGHT - 7} textAnchor="end">
            {lastEdge}
          </text>
        )}
      </svg>
    </div>
  );
}
