/** Every test file of a suite, found by pattern when the suite is bundled (`esbuild.js`). */
declare module 'tests:all';
