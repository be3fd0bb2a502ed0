// `node --require` loads this before a program that RetroBot starts. The program's standard input is held open by the service and
// carries nothing: when it closes, the service has ended, or was killed, and the program ends in order, as it would after Ctrl-C.
'use strict';
const { isMainThread } = require('node:worker_threads');

const MILLISECONDS_TO_END_IN = 10_000;

if (isMainThread) {
  let ending = false;
  const emit = process.emit;

  // Ctrl-C in a terminal reaches every process at once, but the service ends first and still needs its storage: the signal waits.
  process.emit = function (event, ...rest) {
    return event === 'SIGINT' && !ending ? true : emit.call(this, event, ...rest);
  };
  process.on('SIGINT', () => { /* takes the place of Node's own answer, which is to end at once */ });

  // Nobody reads what is written after the service was killed; that must not stop the program from ending in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

  process.stdin.on('error', () => {});
  process.stdin.once('close', () => {
    ending = true;
    const programHandlesIt = process.listenerCount('SIGINT') > 1;
    if (!programHandlesIt) process.exit();
    setTimeout(() => process.exit(1), MILLISECONDS_TO_END_IN).unref();
    process.emit('SIGINT', 'SIGINT');
  });
  process.stdin.resume();
  process.stdin.unref();
}
