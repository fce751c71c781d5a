/** Entry point in browsers (vscode.dev). */
export function activate(): void {
  // Nothing to start yet.
}
