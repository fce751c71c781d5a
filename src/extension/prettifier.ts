import type { Uri } from 'vscode';

/** Makes a readable form of a file without touching it. */
export interface Prettifier {
  /** Opens the pretty form as a document, or asks where to save it when it is large. Rejects in words for the user. */
  prettify(file: Uri): Promise<void>;
}
