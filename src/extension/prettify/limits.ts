/**
 * A prettified text up to these limits opens as a document: VS Code colours and folds up to 300,000 lines and 20 MiB.
 * A longer one is written to a file.
 */
export const MAX_DOCUMENT_LINES = 250_000;
/** See {@link MAX_DOCUMENT_LINES}. */
export const MAX_DOCUMENT_BYTES = 15_000_000;
/** Where the worker cannot write to a disk by itself, a prettified log is built in memory up to this size. */
export const MAX_BUILT_BYTES = 300_000_000;
