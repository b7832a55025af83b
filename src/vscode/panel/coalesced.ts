/**
 * Runs a task at most once at a time and at most once more afterwards, however often it is asked for.
 * @param failed is told when a run rejects; the next one still comes
 */
export function coalesced(task: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await task().catch(failed);
      } while (again);
    } finally {
      running = false;
    }
  };
  return () => void run();
}
