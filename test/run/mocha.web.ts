import 'mocha/mocha.js';
import { TIMEOUT_MS } from './timeout';

/** The test runner; importing it makes `describe` and `it` known, so import it before any test. */
export const mocha = (globalThis as unknown as { mocha: Mocha & { setup(options: Mocha.MochaOptions): void } }).mocha;

mocha.setup({ ui: 'bdd', reporter: 'base', timeout: TIMEOUT_MS });
