// `npm run test:ui [-- -g <part of a title>]`: packs and installs the extension, then drives the editor as a person does.
import { build } from './build.mts';
import { describeSum } from './tally.mts';
import { runUi } from './runUi.mts';

await build('--tests');
const tally = await runUi(process.argv.slice(2));
console.log(describeSum([tally]));
process.exitCode = tally.failures.length > 0 ? 1 : 0;
