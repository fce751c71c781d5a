import * as vscode from 'vscode';
import { readWhole } from '../../src/extension/readWhole';
import * as assert from '../support/assert';

const limits = { askBytes: 100, refuseBytes: 200 };

/** A file system whose files have the length in their names, and whose word on sizes is worth nothing. */
class Untrustworthy implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  saidSize = 0;
  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  readDirectory = (): [] => [];
  createDirectory = (): void => undefined;
  writeFile = (): void => undefined;
  delete = (): void => undefined;
  rename = (): void => undefined;
  stat = (): vscode.FileStat => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.saidSize });
  readFile = (file: vscode.Uri): Uint8Array => {
    const length = Number(/\d+/.exec(file.path)?.[0] ?? NaN);
    if (Number.isNaN(length)) throw vscode.FileSystemError.FileNotFound(file);
    // A part of a larger piece of memory, as file systems hand it out.
    return new Uint8Array(length + 7).fill(1).subarray(7);
  };
}

describe('reading a file whole', () => {
  const files = new Untrustworthy();
  const asked: number[] = [];
  let answer = true;
  const host = {
    confirmLarge: (_file: vscode.Uri, byteLength: number) => {
      asked.push(byteLength);
      return Promise.resolve(answer);
    },
  };
  const read = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    readWhole(vscode.Uri.parse(`untrustworthy:/${name}.json`), host, limits);
  let registration: vscode.Disposable;

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('untrustworthy', files);
  });
  beforeEach(() => {
    asked.length = 0;
    answer = true;
    files.saidSize = 0;
  });
  after(() => {
    registration.dispose();
  });

  it('gives a buffer that can be moved, and asks nobody below the limit', async () => {
    const bytes = await read('99');
    assert.equal(bytes.length, 99);
    assert.equal(bytes.buffer.byteLength, 99);
    assert.deepEqual(asked, []);
  });

  it('asks from the first limit on, whatever the file system says of the size', async () => {
    assert.equal((await read('100')).length, 100);
    assert.deepEqual(asked, [100]);
    answer = false;
    await assert.rejects(read('150'), /“150\.json” was not opened/);
  });

  it('asks early, and once, when the file system says that the file is large', async () => {
    files.saidSize = 160;
    assert.equal((await read('150')).length, 150);
    assert.deepEqual(asked, [160]);
  });

  it('refuses from the second limit on and names the desktop', async () => {
    files.saidSize = 1;
    await assert.rejects(read('200'), /“200\.json” has 200 bytes.*on the desktop/);
    assert.deepEqual(asked, []);
  });

  it('says so when the file cannot be read', async () => {
    await assert.rejects(read('nothing'), /“nothing\.json” cannot be read: /);
  });
});
