import { mocha } from './mocha.web';
import 'tests:all';
import { runSuite } from './runSuite';

/** Started by the editor inside the web extension host. */
export function run(): Promise<void> {
  return runSuite(mocha);
}
