import Mocha from 'mocha';

/** The test runner; importing it makes `describe` and `it` known, so import it before any test. */
export const mocha = new Mocha({ ui: 'bdd', reporter: 'base' });

mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
