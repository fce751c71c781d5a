import 'tests:all';

/** Started by the editor inside the web extension host. */
export function run(): Promise<void> {
  return Promise.resolve();
}
