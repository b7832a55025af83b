/** What VS Code and the application call something to be cleaned up. */
export interface DisposableLike {
  dispose(): unknown;
}

/** Disposes of everything, even when one of them throws. */
export function disposeAll(disposables: readonly DisposableLike[]): void {
  const errors: unknown[] = [];
  for (const disposable of disposables) {
    try {
      disposable.dispose();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) {
    throw new AggregateError(errors, 'Disposing failed.');
  }
}

/** Owns what it registers. What is registered after its end is disposed of at once. */
export abstract class Disposable implements DisposableLike {
  private owned: DisposableLike[] | undefined = [];

  protected get isDisposed(): boolean {
    return this.owned === undefined;
  }

  protected register<T extends DisposableLike>(disposable: T): T {
    if (this.owned) {
      this.owned.push(disposable);
    } else {
      disposable.dispose();
    }
    return disposable;
  }

  dispose(): void {
    const owned = this.owned ?? [];
    this.owned = undefined;
    disposeAll(owned);
  }
}
