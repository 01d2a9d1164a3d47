// each service has its own user, and that user its own database
const { readFileSync, readdirSync } = require('fs');
const admin = db.getSiblingDB('admin');
admin.createUser({ user: 'root', pwd: readFileSync('/run/secrets/root-password', 'utf8'), roles: ['root'] });
for (const service of readdirSync('/run/secrets/users').filter(name => !name.startsWith('.'))) {
  const uri = readFileSync(`/run/secrets/users/${service}`, 'utf8');
  const [, user, password] = uri.match(/^mongodb:\/\/([^:]+):([^@]+)@/);
  const database = service === 'gateway' ? 'identity' : service.replace('-service', '');
  admin.createUser({ user, pwd: password, roles: [{ role: 'readWrite', db: database }] });
}
