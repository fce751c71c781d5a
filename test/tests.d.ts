/** Every test file of a suite, found by pattern when the suite is bundled (`esbuild.js`). */
declare module 'tests:all';

/** Mocha's build for browsers, which needs no page. */
declare module 'mocha/mocha.js' {
  const mocha: Mocha & { setup(options: Mocha.MochaOptions): void };
  export = mocha;
}
