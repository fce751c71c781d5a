import { Uri } from 'vscode';
import { readVirtualUri, virtualUri, type VirtualDocument } from '../../../src/extension/documents/virtualUri';
import * as assert from '../../support/assert';

const file = Uri.file('/logs/My #1 logs 100%/Provisioning?Logs&=.json');

describe('addresses of documents made from a log', () => {
  const documents: readonly VirtualDocument[] = [
    { kind: 'pretty', files: [file], file: 0, origin: 0, indent: '\t' },
    { kind: 'pretty', files: [Uri.file('/logs/all.zip'), file], file: 3, origin: 0, indent: '  ' },
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

  it('name the file without what says how it is packed, and the content where there are several', () => {
    for (const [name, content, title] of [
      ['ProvisioningLogs.json.gz', 0, '/ProvisioningLogs.pretty.json'],
      ['logs.zip', 0, '/logs ProvisioningLog.pretty.json'],
      ['logs.zip', 1, '/logs 2 ProvisioningLog.pretty.json'],
    ] as const) {
      const uri = virtualUri({
        kind: 'pretty',
        files: [Uri.file(`/x/${name}`)],
        file: content,
        origin: 0,
        indent: ' ',
      });
      assert.equal(uri.path, title);
    }
  });

  it('are refused when they are not ours', () => {
    const refused = [
      'file:///a.json',
      'provisioning-log:/a.json',
      'provisioning-log:/a.json?{',
      'provisioning-log:/a.json?null',
      'provisioning-log:/a.json?{"kind":"event","files":[],"key":"k","event":1}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":1,"indent":" "}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":0,"origin":1,"indent":" "}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":-1,"origin":0,"indent":" "}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["file:///a"],"file":0,"indent":"<b>"}',
      'provisioning-log:/a.json?{"kind":"pretty","files":["provisioning-log:/a"],"file":0,"indent":" "}',
    ];
    for (const address of refused) assert.equal(readVirtualUri(Uri.parse(address)), undefined, address);
  });
});
