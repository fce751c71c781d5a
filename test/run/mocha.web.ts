import browserMocha from 'mocha/mocha.js';

/** The test runner; importing it makes `describe` and `it` known, so import it before any test. */
export const mocha = browserMocha;

mocha.setup({ ui: 'bdd', reporter: 'base' });
