// `npm run package`: the production build, packed.
import * as fs from 'node:fs/promises';
import { packageVsix } from './packageVsix.mts';

const file = await packageVsix();
const { size } = await fs.stat(file);
console.log(`${file}: ${Math.ceil(size / 1_000)} kB`);
