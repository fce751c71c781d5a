import { mocha } from './mocha.node';
import 'tests:all';
import { extensionFolder, storageFolder, useHostPlatform } from '../support/hostPlatform';
import { nodePlatform } from '../../src/platform/node/nodePlatform';
import { runSuite } from './runSuite';

/** Started by the editor inside the Node extension host. */
export function run(): Promise<void> {
  useHostPlatform(nodePlatform(extensionFolder(), storageFolder()));
  return runSuite(mocha);
}
