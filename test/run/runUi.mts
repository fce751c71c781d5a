import * as fs from 'node:fs/promises';
import { installPackage } from './editorServer.mts';
import { packageVsix } from './packageVsix.mts';
import { runMocha } from './runMocha.mts';
import type { Tally } from './tally.mts';

/** Runs the user-interface suite against the package as it is shipped, installed as a user would. */
export async function runUi(flags: readonly string[] = []): Promise<Tally> {
  const extensionsFolder = await installPackage(await packageVsix(), 'newest');
  try {
    return await runMocha('ui', flags, { PROVLOG_EXTENSIONS: extensionsFolder });
  } finally {
    await fs.rm(extensionsFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
