import Mocha from 'mocha';
import { TIMEOUT_MS } from './timeout';

/** The test runner; importing it makes `describe` and `it` known, so import it before any test. */
export const mocha = new Mocha({ ui: 'bdd', reporter: 'base', timeout: TIMEOUT_MS });

mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
