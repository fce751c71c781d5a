import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { IdentityWords, SHORTEST_NAME } from '../../../src/core/redact/identityWords';
import { Pseudonyms } from '../../../src/core/redact/pseudonyms';
import { Redactor } from '../../../src/core/redact/redactor';
import { WordSet } from '../../../src/core/redact/wordSet';

const pseudonyms = new Pseudonyms(new TextEncoder().encode('secret'));

function redactorOf(...names: readonly string[]): Redactor {
  const words = new IdentityWords();
  for (const name of names) words.add(name, SHORTEST_NAME);
  return new Redactor(pseudonyms, words.set);
}

/** A sentence with every pseudonym written as `<…>`. */
function shown(text: string, ...names: readonly string[]): string {
  return redactorOf(...names)
    .sentence(text)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32}\b/g, '<guid>')
    .replace(/\b10\.\d+\.\d+\.\d+\b/g, '<ip>')
    .replace(/(?:[bdfghjklmnprstvz][aeiou]){7}/gi, '<word>')
    .replace(/\d{15}/g, '<number>');
}

describe('Redactor', () => {
  it('replaces in a sentence what a field names, and what has the shape of a name', () => {
    assert.equal(shown('Anna failed', 'Anna García'), '<word> failed');
    assert.equal(shown('anna99 and GARCIA.x', 'Anna García'), '<word>99 and <word>.x');
    assert.equal(shown('write to kim.li@fabrikam.co.uk now'), 'write to <word>.<word>@<word>.co.uk now');
    assert.equal(
      shown('POST https://fabrikam.my.salesforce.com/scim/Users'),
      'POST https://<word>.my.salesforce.com/scim/Users',
    );
    assert.equal(shown('server dc01.fabrikam.local refused'), 'server <word>.<word>.local refused');
    assert.equal(shown('from 192.168.17.4 and fe80::1ff:fe23'), 'from <ip> and <ip>');
    assert.equal(shown('CN=Kim Li,OU=Sales,DC=fabrikam,DC=com'), 'CN=<word> <word>,OU=<word>,DC=<word>,DC=com');
    assert.equal(shown('CN=Li\\, Kim,DC=com'), 'CN=<word>\\, <word>,DC=com');
    assert.equal(shown(JSON.stringify('CN=Li\\, Kim')), '"CN=<word>\\\\, <word>"');
    assert.equal(shown("Failed to create User 'Kim Li' in Box"), "Failed to create User '<word> <word>' in Box");
    assert.equal(shown('id 13c1a022-a6ca-41a6-b248-3a3ea47b7588.'), 'id <guid>.');
    assert.equal(shown('tenant 13c1a022a6ca41a6b2483a3ea47b7588'), 'tenant <guid>');
    assert.equal(shown('employee 701984', '701984'), 'employee <number>');
    assert.equal(shown('no M&uuml;llermeister, no M%FCllermeister', 'Müllermeister'), 'no <word>, no <word>');
    assert.equal(shown('host dc01.fabrikam.example refused'), 'host <word>.<word>.example refused');
    assert.equal(shown('host xn--mller-kva.fabrikam.tech refused'), 'host <word>--<word>-<word>.<word>.<word> refused');
  });

  it('leaves the words of the service, numbers and times alone', () => {
    const text =
      'StatusCode: 409 Conflict. This operation was retried 2 times. It will be retried again after this date: 2026-03-24T18:40:00.6000000Z UTC';
    assert.equal(redactorOf('User Group', 'status', 'Created').sentence(text), text);
  });

  it('finds names in scripts without spaces, and long names inside longer words', () => {
    assert.equal(shown('山田太郎さんは', '山田太郎'), '<word>さんは');
    assert.equal(shown('svcHollowayman2', 'Hollowayman'), 'svc<word>2');
    assert.equal(shown('xxhollowaymanxx', 'Hollowayman'), 'xx<word>xx');
  });

  it('gives names of the same letters the same pseudonym in fields and sentences', () => {
    const redactor = redactorOf('Anna García');
    const [first] = redactor.name('Anna García').split(' ');
    assert.equal(redactor.sentence('Anna left'), `${first} left`);
    assert.equal(redactor.sentence('ANNA left'), `${first!.toUpperCase()} left`);
  });

  it('tells a watcher what it replaced and what it knew nothing about', () => {
    const words = new IdentityWords();
    words.add('Anna', SHORTEST_NAME);
    const replaced: string[] = [];
    const left: string[] = [];
    const redactor = new Redactor(pseudonyms, words.set, {
      onReplaced: (original) => replaced.push(original),
      onLeft: (word) => left.push(word),
    });
    redactor.sentence('Anna could not be created: Zebulon is missing, Zebulon 42');
    assert.deepEqual(replaced, ['Anna']);
    assert.deepEqual(left, ['Zebulon', 'Zebulon']);
  });

  it('answers for a text the same whatever was asked before, and tells a watcher the same', () => {
    const part = fc.constantFrom(
      'Anna',
      'xxhollowaymanxx',
      'kim.li@fabrikam.co.uk',
      '13c1a022-a6ca-41a6-b248-3a3ea47b7588',
      '192.168.17.4',
      'Zo%C3%AB',
      'dc01.fabrikam.local',
      'CN=Kim,OU=Sales',
      'Microsoft Entra ID',
      '山田太郎さん',
    );
    const texts = fc.array(
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' ')),
      { minLength: 1, maxLength: 20 },
    );
    const names = ['Anna Holloway', 'Hollowayman', 'Zoë', '山田太郎'];
    const kinds = ['name', 'value', 'system', 'sentence'] as const;
    fc.assert(
      fc.property(texts, (all) => {
        const used = redactorOf(...names);
        const words = new IdentityWords();
        for (const name of names) words.add(name, SHORTEST_NAME);
        const watched = new Redactor(pseudonyms, words.set, { onReplaced: () => undefined, onLeft: () => undefined });
        for (const text of [...all, ...all]) {
          for (const kind of kinds) {
            const alone = redactorOf(...names)[kind](text);
            assert.equal(used[kind](text), alone);
            assert.equal(watched[kind](text), alone);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes any text, and time in proportion to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const redactor = redactorOf(text);
        for (const method of ['name', 'value', 'system', 'sentence'] as const) {
          assert.equal(typeof redactor[method](text), 'string');
          assert.equal(redactor[method](text), redactor[method](text));
        }
      }),
    );
    for (const part of ['@', 'a.', 'a@', '%25', '\\', "user '", 'CN=', ':1', 'ab-', '1.']) {
      redactorOf('anna').sentence(part.repeat(100_000));
    }
  });
});

describe('WordSet', () => {
  it('finds every word that was added, and hardly another', () => {
    const words = new WordSet();
    for (let number = 0; number < 50_000; number++) words.add(`word${number}`);
    assert.equal(words.count, 50_000);
    for (let number = 0; number < 50_000; number++) assert.ok(words.has(`word${number}`));
    for (let number = 50_000; number < 100_000; number++) assert.ok(!words.has(`word${number}`));
    words.add('word7');
    assert.equal(words.count, 50_000);
    assert.equal(words.isFull, false);
  });
});
