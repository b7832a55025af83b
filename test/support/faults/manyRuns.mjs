/**
 * Forked with the path of the command line as its argument: runs it as often as it is asked to, each time
 * afresh, with one of its calls of the file system broken. Asked by `{ cwd, fault, args }`, it answers with
 * `{ code, out, err }` once nothing is left to do, which is when a process of its own would have ended.
 */
import { createRequire } from 'node:module';
import { breakCall } from './breakFiles.mjs';

const [node, , cli] = process.argv;
const require = createRequire(import.meta.url);
let run;

for (const [name, kept] of [
  ['stdout', 'out'],
  ['stderr', 'err'],
]) {
  process[name].write = text => {
    run[kept] += text;
    return true;
  };
}

process.on('message', ({ cwd, fault, args }) => {
  run = { out: '', err: '' };
  process.chdir(cwd);
  process.argv = [node, cli, ...args];
  process.exitCode = undefined;
  process.stdout.removeAllListeners('error');
  // Waiting for the next question must not keep this one from ending.
  process.channel.unref();
  breakCall(fault);
  delete require.cache[cli];
  require(cli);
});

process.on('uncaughtException', error => {
  run.err += error.stack;
  process.exitCode = 1;
});

process.on('beforeExit', () => {
  // Nobody asks any more.
  if (!process.connected) return;
  process.channel.ref();
  process.send({ ...run, code: process.exitCode ?? 0 });
});
