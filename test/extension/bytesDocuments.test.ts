import * as vscode from 'vscode';
import { BytesDocuments } from '../../src/extension/bytesDocuments';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { hostPlatform } from '../support/hostPlatform';
import { closeEditors, logsOfTest } from './support/window';
import { writeFile } from './support/workspaceFiles';

describe('showing bytes', () => {
  it('shows the place in a read-only document, and what stands around it', async () => {
    const window = logsOfTest(hostPlatform());
    // The scheme belongs to the installed extension: only the text is made here.
    const { text } = buildLog('job Box: ok ok');
    const cut = text.slice(0, -30);
    const log = await window.logs.open([await writeFile('bytes.json', cut)]);
    const byteOffset = cut.length - 20;
    const shown = await BytesDocuments.describe(log, { file: 0, byteOffset, byteLength: 20 });
    assert.match(shown, /File {3}"bytes\.json"/);
    assert.match(shown, new RegExp(`Place {2}byte ${byteOffset.toLocaleString('en-US')}, 20 bytes long`));
    const bytes = new TextEncoder().encode(cut.slice(byteOffset, byteOffset + 4));
    const values = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
    const all = [...shown.matchAll(/^[0-9a-f]{8} {2}((?:[0-9a-f]{2} ?)+)/gm)]
      .map((match) => match[1]!.trim())
      .join(' ');
    assert.ok(all.includes(values.join(' ')), 'the place itself is among what is shown');
    window.dispose();
    await closeEditors();
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
