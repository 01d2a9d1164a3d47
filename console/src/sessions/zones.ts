/**
 * The instant at which a clock in the given zone shows this local date and time ("2026-03-29T14:30"). A time that the clock
 * skips in spring is read as if it had not been put forward; of a time it shows twice in autumn, the first is taken.
 */
export function instantIn(timeZone: string, local: string): Date {
  const wanted = Date.parse(`${local}Z`);
  const early = wanted - offset(timeZone, wanted - DAY);
  const late = wanted - offset(timeZone, wanted + DAY);
  if (early === late || shown(timeZone, early) === wanted) {
    return new Date(early);
  }
  return new Date(shown(timeZone, late) === wanted ? late : early);
}

/** All zones this browser knows, the given ones first. */
export function zones(...first: string[]): string[] {
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}

const DAY = 86_400_000;

function offset(timeZone: string, instant: number): number {
  return shown(timeZone, instant) - instant;
}

/** What the zone's clock shows at the instant, as if it were UTC. */
function shown(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
