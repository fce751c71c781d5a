import * as vscode from 'vscode';
import * as assert from '../support/assert';

describe('the extension host', () => {
  it('knows the extension under its fixed id', () => {
    const extension = vscode.extensions.getExtension('provlog.provisioning-log-analyzer');
    assert.ok(extension, 'the extension is not there');
  });

  it('is the Node host [node]', () => {
    assert.equal(typeof process, 'object');
    assert.equal('importScripts' in globalThis, false);
  });

  it('is the browser worker of the web host [web]', () => {
    assert.equal(typeof process, 'undefined');
    assert.equal('importScripts' in globalThis, true);
  });
});
