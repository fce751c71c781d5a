// Mocha's `spec` reporter that besides writes the run's numbers to the file named in PROVLOG_TALLY.
const fs = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class TallyReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const tally = { passed: 0, failures: [] };
    runner.on(Runner.constants.EVENT_TEST_PASS, () => (tally.passed += 1));
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test) => tally.failures.push(test.fullTitle()));
    runner.on(Runner.constants.EVENT_RUN_END, () => fs.writeFileSync(process.env.PROVLOG_TALLY, JSON.stringify(tally)));
  }
};
