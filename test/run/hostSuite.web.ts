import { mocha } from './mocha.web';
import 'tests:all';
import { extensionFolder, useHostPlatform } from '../support/hostPlatform';
import { webPlatform } from '../../src/platform/web/webPlatform';
import { runSuite } from './runSuite';

/** Started by the editor inside the web extension host. */
export function run(): Promise<void> {
  useHostPlatform(webPlatform(extensionFolder()));
  return runSuite(mocha);
}
