const dateTime = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant in the reader's own zone. */
export function formatInstant(instant: string): string {
  return dateTime.format(new Date(instant));
}

/** The time of day of an instant, for where its date is clear. */
export function formatTime(instant: string): string {
  return time.format(new Date(instant));
}

/** An instant on the clock of another zone, with that zone named. */
export function formatInZone(instant: string, timeZone: string): string {
  try {
    const there = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
    return `${there.format(new Date(instant))} in ${zoneName(timeZone)}`;
  } catch {
    return timeZone;
  }
}

/** A calendar day, given as yyyy-mm-dd. */
export function formatDay(isoDay: string): string {
  return day.format(new Date(`${isoDay}T00:00:00Z`));
}

export function formatMinutes(minutes: number): string {
  if (minutes < 60) {
    return `${Math.round(minutes)} min`;
  }
  if (minutes < 48 * 60) {
    return `${trim(minutes / 60)} h`;
  }
  return `${trim(minutes / 60 / 24)} days`;
}

/** IN_PROGRESS becomes "In progress". */
export function words(constant: string): string {
  const text = constant.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function zoneName(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

function trim(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}
