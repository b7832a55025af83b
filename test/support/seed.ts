import fc from 'fast-check';

/** Property tests try the same cases in every run, so that a failure is of the change at hand; `SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
