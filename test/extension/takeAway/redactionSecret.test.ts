import * as vscode from 'vscode';
import { RedactionSecret } from '../../../src/extension/takeAway/redactionSecret';
import * as assert from '../../support/assert';
import { hostPlatform } from '../../support/hostPlatform';

/** Secrets and state as an editor keeps them, for one window after the other. */
class Kept {
  readonly secrets = new Map<string, string>();
  private readonly values = new Map<string, unknown>();

  readonly storage = {
    get: (key: string) => Promise.resolve(this.secrets.get(key)),
    store: (key: string, value: string) => Promise.resolve(void this.secrets.set(key, value)),
    delete: (key: string) => Promise.resolve(void this.secrets.delete(key)),
    keys: () => Promise.resolve([...this.secrets.keys()]),
    onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event,
  };

  readonly state = {
    get: ((key: string) => this.values.get(key)) as vscode.Memento['get'],
    update: (key: string, value: unknown) => Promise.resolve(void this.values.set(key, value)),
  };

  window(): RedactionSecret {
    return new RedactionSecret(this.storage, this.state, hostPlatform());
  }
}

describe('taking away: the secret of redaction', () => {
  it('is made once, and stays in the next window', async () => {
    const kept = new Kept();
    const [first, again] = [await kept.window().key(), await kept.window().key()];
    assert.equal(first.secret.length, 32);
    assert.deepEqual(again, first);
    assert.equal(first.warning, undefined);
    assert.notEqual(String((await new Kept().window().key()).secret), String(first.secret));
  });

  it('is the same for everybody who sets the same words', async () => {
    const [one, other] = [new Kept().window(), new Kept().window()];
    await one.key();
    await one.set('words of the project');
    await other.set('words of the project');
    assert.deepEqual(await one.key(), await other.key());
    await other.set('other words');
    assert.notEqual(String((await one.key()).secret), String((await other.key()).secret));
  });

  it('says that pseudonyms changed where secrets were in memory only, and how long they last from then on', async () => {
    const kept = new Kept();
    const before = await kept.window().key();
    kept.secrets.clear();
    const window = kept.window();
    const after = await window.key();
    assert.notEqual(String(after.secret), String(before.secret));
    assert.match(after.warning!, /^The secret of the last window is lost: .* until the window closes/);
    const later = await window.key();
    assert.deepEqual(later.secret, after.secret);
    assert.match(later.warning!, /^This machine keeps secrets in memory only/);
  });
});
