/**
 * How long a test or a hook inside an editor may take. Mocha copies it when a suite is described: it must be set before
 * any test is loaded.
 */
export const TIMEOUT_MS = 60_000;
