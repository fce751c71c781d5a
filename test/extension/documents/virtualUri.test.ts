import { Uri } from 'vscode';
import { readVirtualUri, virtualUri, type VirtualDocument } from '../../../src/extension/documents/virtualUri';
import * as assert from '../../support/assert';

const file = Uri.file('/logs/My #1 logs 100%/Provisioning?Logs&=.json');

describe('addresses of documents made from a log', () => {
  const documents: readonly VirtualDocument[] = [
    { kind: 'pretty', files: [file], file: 0, indent: '\t' },
    { kind: 'event', files: [file, Uri.file('/logs/b.json')], key: 'c 1#2 "&=/?', event: 12 },
  ];
  for (const document of documents) {
    it(`hold everything that makes a ${document.kind} document again`, () => {
      const read = readVirtualUri(Uri.parse(virtualUri(document).toString(), true));
      assert.equal(JSON.stringify(read), JSON.stringify(document));
    });
  }

  it('end in a name that VS Code gives our language to', () => {
    for (const document of documents) assert.match(virtualUri(document).path, /ProvisioningLog[^/]*\.json$/);
  });

  it('are refused when they are not ours', () => {
    const refused = [
      'file:///a.json',
      'provisioning-log:/a.json',
      'provisioning-log:/a.json?{',
      'provisioning-log:/a.json?null',
      'provisioning-log:/a.json?{"kind":"event","files":[],"key":"k","event":1}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":1,"indent":" "}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":0,"indent":"<b>"}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["provisioning-log:/a"],"file":0,"indent":" "}',
    ];
    for (const address of refused) assert.equal(readVirtualUri(Uri.parse(address)), undefined, address);
  });
});
