// Follows an organization's events over HTTP. What was done with is remembered in a file: the cursor.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CloudEvent } from 'cloudevents';

const url = process.env.PARLEY_URL ?? 'http://127.0.0.1:8080';
const key = process.env.PARLEY_API_KEY;
const file = process.env.CURSOR_FILE ?? 'cursor';
const once = process.argv.includes('--once');

let cursor = existsSync(file) ? readFileSync(file, 'utf8') : '';
let count = 0;

function keep(next) {
  // never half a cursor, whenever this process dies
  writeFileSync(`${file}.new`, next);
  renameSync(`${file}.new`, file);
  cursor = next;
}

async function page() {
  const query = new URLSearchParams({ limit: '100', wait: once ? '0' : '30', ...(cursor && { cursor }) });
  const answer = await fetch(`${url}/api/v1/events?${query}`, { headers: { Authorization: `Bearer ${key}` } });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

function take(json) {
  // throws what the specification of CloudEvents does not allow
  const event = new CloudEvent(json, true);
  count += 1;
  console.log(event.time, event.type, event.subject, Number(event.sequence));
}

for (;;) {
  const { events, cursor: next } = await page();
  events.forEach(take);
  keep(next);
  if (once && events.length === 0) {
    break;
  }
}
console.log(`${count} events`);
