/** What a suite inside an extension host tells the process that started the editor, one JSON text a console line. */
export type HostMessage =
  | { readonly kind: 'place'; readonly host: 'node' | 'web'; readonly vscode: string }
  | { readonly kind: 'passed'; readonly title: string; readonly durationMs: number }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string }
  /** The test belongs to another run. */
  | { readonly kind: 'leftOut'; readonly title: string }
  | { readonly kind: 'end'; readonly passed: number; readonly failed: number; readonly leftOut: number };

/** What the process asks of the suite: the user setting `provlogTests.run`, which reaches both kinds of host. */
export interface HostRequest {
  /** Where the suite must find itself. */
  readonly host: 'node' | 'web';
  /** Tests whose titles carry a tag in square brackets run only when it is named here. */
  readonly tags: readonly string[];
  /** Only tests with this tag. */
  readonly only?: string;
  /** Only tests whose full title contains this, ignoring case. */
  readonly grep?: string;
}

/** A console line that is a message begins with this. */
export const messagePrefix = 'provlog-test ';
