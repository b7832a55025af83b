import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps what is tested from the user's own cache folder. */
export class OwnCache {
  readonly home = mkdtempSync(join(tmpdir(), 'milepost-home-'));
  /** Where each system has that folder, in the home of tests. */
  readonly env: Readonly<Record<string, string>> = {
    HOME: this.home,
    XDG_CACHE_HOME: join(this.home, '.cache'),
    LOCALAPPDATA: join(this.home, 'AppData'),
  };
  private readonly kept = Object.keys(this.env).map(name => [name, process.env[name]] as const);

  /** Has this process use it. */
  use(): void {
    Object.assign(process.env, this.env);
  }

  dispose(): void {
    for (const [name, value] of this.kept) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}
