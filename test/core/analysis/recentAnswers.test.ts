import * as assert from 'node:assert/strict';
import { RecentAnswers } from '../../../src/core/analysis/recentAnswers';

describe('RecentAnswers', () => {
  it('keeps the answers that were used last, and works others out again', () => {
    const answers = new RecentAnswers<string>(2);
    const workedOut: string[] = [];
    const ask = (question: string) =>
      answers.get(question, () => {
        workedOut.push(question);
        return question.toUpperCase();
      });
    assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'b'].map(ask), ['A', 'B', 'A', 'C', 'A', 'B']);
    assert.deepEqual(workedOut, ['a', 'b', 'c', 'b']);
  });
});
