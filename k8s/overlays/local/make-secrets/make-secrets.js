// Makes the Secrets of this installation that are missing, each with random bytes of its own.
const { readFileSync } = require('fs');
const { randomBytes } = require('crypto');
const https = require('https');

const account = '/var/run/secrets/kubernetes.io/serviceaccount/';
const namespace = readFileSync(account + 'namespace', 'utf8');
const services = ['gateway', 'question-service', 'session-service', 'scoring-service', 'analytics-service'];
const secret = () => randomBytes(32).toString('base64');
const password = () => randomBytes(24).toString('hex');
const scram = (user, word) =>
  `org.apache.kafka.common.security.scram.ScramLoginModule required username="${user}" password="${word}";`;
const forEach = value => Object.fromEntries(services.map(service => [service, value(service)]));
const admin = password();

const secrets = {
  'parley-keys': { 'master-key': secret(), 'id-secret': secret(), 'service-secret': secret() },
  'parley-setup': { token: secret() },
  'parley-redis': { uri: `redis://:${password()}@redis:6379` },
  'parley-mongodb': forEach(service =>
    `mongodb://${service}:${password()}@mongodb-0.mongodb:27017/?replicaSet=parley&authSource=admin`),
  'parley-mongodb-admin': { keyfile: randomBytes(96).toString('base64'), 'root-password': password() },
  'parley-kafka': forEach(service => scram(service, password())),
  'parley-kafka-admin': {
    password: admin,
    'client.properties':
      `security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=${scram('admin', admin)}\n`,
  },
};

const create = (name, stringData) => new Promise((resolve, reject) => {
  const request = https.request({
    host: 'kubernetes.default.svc', path: `/api/v1/namespaces/${namespace}/secrets`, method: 'POST', timeout: 5000,
    ca: readFileSync(account + 'ca.crt'),
    headers: { authorization: `Bearer ${readFileSync(account + 'token', 'utf8')}`, 'content-type': 'application/json' },
  }, answer => { answer.resume(); answer.on('end', () => resolve(answer.statusCode)); });
  request.on('timeout', () => request.destroy(new Error('no answer')));
  request.on('error', reject);
  request.end(JSON.stringify({
    apiVersion: 'v1', kind: 'Secret', stringData,
    metadata: { name, labels: { 'app.kubernetes.io/part-of': 'parley' } },
  }));
});

const makeAll = async () => {
  for (const [name, data] of Object.entries(secrets)) {
    let status;
    // a pod's network opens a moment after its start
    while (!status) {
      try { status = await create(name, data); } catch (fault) { print(`${name}: ${fault.message}`); sleep(1000); }
    }
    print(`${name}: ${{ 201: 'made', 409: 'is there' }[status] ?? `refused with ${status}`}`);
    if (status !== 201 && status !== 409) quit(1);
  }
};
// the shell ends when this has
makeAll();
