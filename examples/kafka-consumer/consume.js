// Reads a topic directly, as whoever runs the installation may. Delivery is at least once: repeats are skipped.
import { HTTP } from 'cloudevents';
import { Kafka, logLevel } from 'kafkajs';

const topic = process.env.TOPIC ?? 'session-events';
const brokers = (process.env.PARLEY_KAFKA_BOOTSTRAP ?? '127.0.0.1:9092').split(',');
const groupId = process.env.GROUP ?? 'example.consumer';
const once = process.argv.includes('--once');

const kafka = new Kafka({ clientId: 'example', brokers, logLevel: logLevel.NOTHING });
const lastSequence = new Map();
let count = 0;
let repeats = 0;

/** Kafka's binary mode has the headers of HTTP's, with ce_ for ce-. */
function read(message) {
  const headers = {};
  for (const [name, value] of Object.entries(message.headers)) {
    headers[name.replace(/^ce_/, 'ce-')] = value.toString();
  }
  const event = HTTP.toEvent({ headers, body: message.value.toString() });
  // throws what the specification of CloudEvents does not allow
  event.validate();
  return event;
}

function take(event) {
  if (event.sequence <= (lastSequence.get(event.subject) ?? '')) {
    repeats += 1;
    return;
  }
  lastSequence.set(event.subject, event.sequence);
  count += 1;
  console.log(event.time, event.type, event.subject, Number(event.sequence));
}

/** The partitions that hold records, with the offset each one ends at now. */
async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return new Map(offsets.filter((one) => one.high > one.low).map((one) => [one.partition, BigInt(one.high)]));
}

const left = await ends();
const consumer = kafka.consumer({ groupId });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });

const finished = new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  consumer
    .run({
      eachMessage: async ({ partition, message }) => {
        take(read(message));
        if (BigInt(message.offset) + 1n >= (left.get(partition) ?? 0n)) {
          left.delete(partition);
          if (once && left.size === 0) {
            resolve();
          }
        }
      },
    })
    .catch(reject);
  if (once && left.size === 0) {
    resolve();
  }
});
await finished;
// not awaited inside of a message, which would wait for itself
await consumer.disconnect();
console.log(`${count} events, ${repeats} repeats`);
