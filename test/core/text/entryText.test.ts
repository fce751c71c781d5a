import * as assert from 'node:assert/strict';
import { lookUpCode } from '../../../src/core/codes/lookUpCode';
import { catalogue } from '../../../src/core/codes/catalogue';
import { readCustomErrorCodes } from '../../../src/core/codes/customErrorCodes';
import { entryText, unknownCodeText } from '../../../src/core/text/entryText';
import { matchGolden } from '../../support/golden';

describe('entryText', () => {
  it('says of every entry all that the catalogue holds, as the golden file has it', () => {
    const texts = catalogue.flatMap(({ title, entries }) => [
      `# ${title}`,
      ...entries.map(
        (entry) => `## ${entry.codes.join(', ')}: ${entry.title}\n\n${entryText(entry)}\n\n${entry.documentation}`,
      ),
    ]);
    matchGolden('catalogue.md', `${texts.join('\n\n')}\n`);
  });

  it('says that an entry is the user’s own', () => {
    const [entry] = readCustomErrorCodes([{ code: 'X', title: 'T', cause: 'C', steps: ['One', 'Two'] }]).entries;
    assert.match(entryText(entry!), /^C\n\n1\. One\n2\. Two\n\n[^]*entry of your own\.$/);
  });
});

describe('unknownCodeText', () => {
  it('tells what the spelling says', () => {
    const found = lookUpCode('SlackForbiddenByPolicy');
    assert.ok(!found.isKnown);
    assert.match(unknownCodeText(found), /does not know.* connector Slack\. It names the HTTP status 403: /);
    assert.doesNotMatch(unknownCodeText({}), /connector|HTTP/);
  });
});
