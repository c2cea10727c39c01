import fc from 'fast-check';

/** A property that needs more than these to fail is no fast test: each runs once for every mutant. */
fc.configureGlobal({ numRuns: 20 });
