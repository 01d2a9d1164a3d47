const { readFileSync } = require('fs');
const password = readFileSync('/run/secrets/root-password', 'utf8');
let set;
while (!set) {
  try {
    set = connect(`mongodb://root:${password}@127.0.0.1:27017/admin?directConnection=true&serverSelectionTimeoutMS=2000`);
  } catch (notYet) {
    sleep(500);
  }
}
while (!set.hello().isWritablePrimary) {
  if (!set.hello().setName) {
    // fails until this pod's own name is known
    try { set.adminCommand({ replSetInitiate: { _id: 'parley', members: [{ _id: 0, host: 'mongodb-0.mongodb:27017' }] } }); } catch (notYet) { print(notYet.message); }
  }
  sleep(500);
}
print('primary');
