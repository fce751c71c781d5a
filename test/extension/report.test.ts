import * as vscode from 'vscode';
import { Report, UserError, valueOf } from '../../src/extension/report';
import { cancelled, failed, ok } from '../../src/protocol/reply';
import * as assert from '../support/assert';

describe('the error boundary', () => {
  const notes: string[] = [];
  const keep = (note: string) => notes.push(note);
  const channel = { info: keep, error: keep } as unknown as vscode.LogOutputChannel;
  const report = new Report(channel);

  beforeEach(() => (notes.length = 0));

  it('passes on what a task gives', async () => {
    assert.equal(await report.runQuietly('count', () => Promise.resolve(3)), 3);
    assert.deepEqual(notes, []);
  });

  it('notes where something failed, never what a message says: it may hold log text', async () => {
    const secret = 'anna@contoso.example';
    const task = () => Promise.reject<number>(new TypeError(`Cannot read ${secret}\n    at ${secret}`));
    assert.equal(await report.runQuietly('read the event', task), undefined);
    assert.match(notes.join('\n'), /failed: read the event \(TypeError\)\n\s+at /);
    assert.doesNotMatch(notes.join('\n'), /anna/);
  });

  it('is silent about what the user cancelled', async () => {
    assert.equal(await report.run('read', () => Promise.reject<number>(new vscode.CancellationError())), undefined);
    assert.deepEqual(notes, ['cancelled: read']);
  });

  it('turns answers into values and failures', () => {
    assert.equal(valueOf(ok(3)), 3);
    assert.ok(assert.throws(() => valueOf(cancelled)) instanceof vscode.CancellationError);
    const error = assert.throws(() => valueOf(failed('No field "x".', { start: 2, end: 5 })), /No field/) as UserError;
    assert.ok(error instanceof UserError);
    assert.deepEqual([error.start, error.end], [2, 5]);
  });
});
