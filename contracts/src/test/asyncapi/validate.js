// Parses the AsyncAPI document given on standard input with the parser of the AsyncAPI project. Prints one line per
// fault and ends with 1 when there is any; prints the operations with their channel and messages otherwise.
import { Parser } from '@asyncapi/parser';
import { text } from 'node:stream/consumers';

const ERROR = 0;
const { document, diagnostics } = await new Parser().parse(await text(process.stdin));

const faults = diagnostics.filter((found) => found.severity === ERROR);
if (faults.length > 0 || !document) {
  faults.forEach((fault) => console.log(`/${fault.path.join('/')}: ${fault.message}`));
  process.exit(1);
}
for (const operation of document.operations()) {
  for (const channel of operation.channels()) {
    console.log([operation.action(), channel.address(), ...operation.messages().map((m) => m.name()).sort()].join(' '));
  }
}
