import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cloudNamed } from '../../../../src/core/portal/clouds';
import { allFields } from '../../../../src/core/query/fields';
import { parseQuery } from '../../../../src/core/query/parseQuery';
import type { QueryNode, TextTest } from '../../../../src/core/query/queryNode';
import { kqlString } from '../../../../src/core/query/translate/kqlText';
import { likeText, powerShellString } from '../../../../src/core/query/translate/powerShellText';
import { translations } from '../../../../src/core/query/translate/translations';
import { wellFormed } from '../../../../src/core/query/translate/wellFormed';
import { regexText, wildcardRegex, wildcardShape } from '../../../../src/core/query/translate/wildcard';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '’',
        '‛',
        '\\',
        '`',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\u202e',
        '\ud800',
        ';',
        '|',
        '$(x)',
        '*',
        '?',
        '[',
        '#',
        '//',
        ' or 1 eq 1',
        '%27',
        '&',
        'é',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** What is left of a translation when comments and literals are taken away. */
const structures: Readonly<Record<string, (text: string) => string>> = {
  kql: (text) => text.replace(/^\/\/ .*\n/gm, '').replace(/"(?:[^"\\]|\\.)*"/g, '""'),
  graph: (text) =>
    text
      .replace(/^# .*\n/gm, '')
      .replace(/^GET .*$/gm, (request) => decodeURIComponent(request).replace(/'(?:[^']|'')*'/g, "''")),
  powershell: (text) =>
    text
      .replace(/^# .*\n/gm, '')
      .replace(/'(?:[^'‘-‛]|['‘-‛]{2})*'/g, "''")
      .replace(/\(''(?: \+ (?:''|\[char\]0x[0-9a-f]+))+\)/g, "''"),
};

describe('values in a translation', () => {
  it('of any field change the literal and nothing else of the question', () => {
    const columns = allFields.filter(({ type }) => type === 'text' || type === 'id' || type === 'list');
    const match = fc.constantFrom<TextTest['match']>('plain', 'exact', 'wildcard');
    fc.assert(
      fc.property(fc.constantFrom(...columns), match, hostile, (column, kind, text) => {
        fc.pre(text !== '');
        const asked = (value: string, id: string): string => {
          const test = { kind: 'text', match: kind, text: value } as const;
          const tree: QueryNode = { kind: 'term', field: { column, start: 0, end: 0 }, test, start: 0, end: 0 };
          const translation = translations.find((each) => each.id === id)!;
          return structures[id]!(translation.translate(tree, value, cloudNamed('global')).text);
        };
        const letter = /\P{ASCII}/u.test(text) ? 'é' : 'x';
        const harmless = kind === 'wildcard' ? text.replace(/[^*?]+/g, letter) : letter;
        for (const { id } of translations) assert.equal(asked(text, id), asked(harmless, id), id);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are one KQL literal that stands for the value', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = kqlString(text);
        assert.match(literal, /^"(?:[^"\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|\\["\\]|\\u[0-9a-f]{4})*"$/u);
        assert.equal(JSON.parse(literal), wellFormed(text));
      }),
    );
  });

  it('are one PowerShell expression that stands for the value', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const expression = powerShellString(text);
        const string = /^'(?:[^'‘-‛]|['‘-‛]{2})*'$/u;
        const inside = expression.startsWith('(') ? expression.slice(1, -1).split(/ \+ (?=\[char\]|')/) : [expression];
        // A plus within the value is no plus of the expression: pieces that were cut in two are put together again.
        const whole = inside.reduce<string[]>((pieces, piece) => {
          const last = pieces.at(-1);
          if (last !== undefined && last.startsWith("'") && !string.test(last))
            pieces[pieces.length - 1] = `${last} + ${piece}`;
          else pieces.push(piece);
          return pieces;
        }, []);
        const value = whole.map((piece) => {
          if (piece.startsWith('[char]')) return String.fromCharCode(Number(piece.slice('[char]'.length)));
          assert.match(piece, string);
          return piece.slice(1, -1).replace(/(['‘-‛])\1/g, '$1');
        });
        assert.equal(value.join(''), text);
      }),
    );
  });

  it('are one OData literal of the address, behind which nothing else stands', () => {
    const graph = translations.find(({ id }) => id === 'graph')!;
    fc.assert(
      fc.property(hostile, (text) => {
        const written = text.replace(/[\\"]/g, '\\$&');
        const query = `jobId:"${written}"`;
        const { tree, errors } = parseQuery(query);
        if (errors.length > 0 || text === '') return;
        const lines = graph.translate(tree, query, cloudNamed('global')).text.trimEnd().split('\n');
        const address = lines.at(-1)!;
        assert.ok(
          lines.slice(0, -1).every((line) => line.startsWith('# ')),
          lines.join('\n'),
        );
        assert.match(
          address,
          /^GET https:\/\/graph\.microsoft\.com\/v1\.0\/auditLogs\/provisioning\?\$filter=[\x21-\x7e]+$/,
        );
        const filter = decodeURIComponent(address.slice(address.indexOf('=') + 1));
        assert.equal(filter, `jobId eq '${wellFormed(text).replaceAll("'", "''")}'`);
      }),
    );
  });

  it('cannot end a comment', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const query = `"${text.replace(/[\\"]/g, '\\$&')}"`;
        const { tree, errors } = parseQuery(query);
        if (errors.length > 0) return;
        for (const translation of translations) {
          const [first = '', second = ''] = translation
            .translate(tree, query, cloudNamed('global'))
            .text.split(/[\n\r\u0085\u2028\u2029]/);
          assert.match(first, /^(#|\/\/) Provisioning events that match:/);
          assert.match(second, /^(#|\/\/|let|AADProvisioningLogs|GET|Connect-MgGraph)/);
        }
      }),
    );
  });

  it('stand for themselves in patterns', () => {
    assert.equal(likeText('a*b[c]`?'), 'a`*b`[c`]```?');
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        assert.ok(new RegExp(`^${regexText(text)}$`, 'u').test(text));
      }),
    );
    assert.equal(wildcardRegex('a.*?b', '.*', '.', regexText), 'a\\..*.b');
    assert.deepEqual(wildcardShape('**a b*'), { kind: 'contains', text: 'a b' });
    assert.deepEqual(wildcardShape('***'), { kind: 'any' });
    assert.deepEqual(wildcardShape('a'), { kind: 'pattern' });
  });
});
