/**
 * Forked with the path of the command line as its argument: runs it as often as it is asked to, each time afresh.
 * Asked by `{ cwd, env, args }`, it answers with `{ code, out, err }` once nothing is left to do, which is when a
 * process of its own would have ended. With `fault`, one of its calls of the file system is broken.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const [node, , cli] = process.argv;
const require = createRequire(cli);
/** Compiled once; what it declares is made anew by every run. */
const program = new Script(Module.wrap(readFileSync(cli, 'utf8').replace(/^#!.*/, '')), { filename: cli });
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

process.on('message', async ({ cwd, env, fault, args }) => {
  run = { out: '', err: '' };
  process.chdir(cwd);
  Object.keys(process.env)
    .filter(name => !(name in env))
    .forEach(name => delete process.env[name]);
  Object.assign(process.env, env);
  process.argv = [node, cli, ...args];
  process.exitCode = undefined;
  process.stdout.removeAllListeners('error');
  if (fault !== undefined) (await import('./faults/breakFiles.mjs')).breakCall(fault);
  // Waiting for the next question must not keep this one from ending.
  process.channel.unref();
  const module = { exports: {} };
  program.runInThisContext()(module.exports, require, module, cli, dirname(cli));
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
