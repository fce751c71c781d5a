import 'tests:all';

/** Started by the editor inside the Node extension host. */
export function run(): Promise<void> {
  return Promise.resolve();
}
