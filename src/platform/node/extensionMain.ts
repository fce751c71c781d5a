/** Entry point on the desktop and in remote windows. */
export function activate(): void {
  // Nothing to start yet.
}
