import { mocha } from './mocha.node';
import 'tests:all';
import { runSuite } from './runSuite';

/** Started by the editor inside the Node extension host. */
export function run(): Promise<void> {
  return runSuite(mocha);
}
