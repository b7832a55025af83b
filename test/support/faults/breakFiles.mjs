/**
 * Loaded before the command line (`node --import`): counts its calls of the file system and breaks one.
 * MILEPOST_FAULT is `MODE N [CODE]`: `before N` kills the process before the Nth call, `during N` right after
 * that call has been handed to the system, `fail N CODE` lets it fail, `count` writes the names of all calls
 * to the file MILEPOST_CALLS when the process ends.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let mode, number, code;
let calls = [];

/** Counts anew, and breaks what this fault says. */
export function breakCall(fault) {
  [mode, number, code] = fault.split(' ');
  calls = [];
}

breakCall(process.env.MILEPOST_FAULT ?? 'count');

function broken(name, call) {
  return function (...args) {
    // Node's own loader reads files, too.
    if (!new Error().stack.includes('cli.js')) return call.apply(this, args);
    calls.push(name === 'open' && !changes(args[1]) ? 'open to read' : name);
    const isIt = calls.length === Number(number);
    if (isIt && mode === 'before') process.kill(process.pid, 'SIGKILL');
    if (isIt && mode === 'fail') {
      return Promise.reject(Object.assign(new Error(`${code}: injected, ${name}`), { code }));
    }
    const result = call.apply(this, args);
    if (isIt && mode === 'during') process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

function changes(flags) {
  return typeof flags !== 'number' || (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
}

const { promises } = fs;
const handle = await promises.open(process.execPath);
const handles = Object.getPrototypeOf(handle);
await handle.close();
for (const name of [
  'open',
  'readFile',
  'readdir',
  'stat',
  'lstat',
  'realpath',
  'access',
  'chmod',
  'rename',
  'rm',
  'mkdir',
  'rmdir',
  'writeFile',
  'link',
]) {
  promises[name] = broken(name, promises[name]);
}
for (const name of ['readFile', 'writeFile', 'chmod', 'write', 'truncate', 'sync']) {
  handles[name] = broken(`file.${name}`, handles[name]);
}
syncBuiltinESMExports();

if (process.env.MILEPOST_FAULT === 'count') {
  process.on('exit', () => fs.writeFileSync(process.env.MILEPOST_CALLS, calls.join('\n')));
}
