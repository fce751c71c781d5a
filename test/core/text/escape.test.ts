import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { codeSpan, fence, plainLabel, plainText } from '../../../src/core/text/escape';

const hostile = {
  html: '<img src=x onerror=alert(1)>',
  link: '[x](command:workbench.action.quit)',
  formula: '=HYPERLINK("https://evil.example/x")',
  address: 'https://evil.example/x',
  icon: '$(sync~spin) $$(bell)',
  backticks: 'a ``` b ````` c `',
  rightToLeft: 'abc\u202egnp.exe',
  zeroWidth: 'a\u200bb\u200dc\ufeffd',
  lines: 'one\ntwo\r\nthree\rfour\u2028five\u0085six',
  controls: '\u0000\u001b[31m\u007f\t',
  long: 'x'.repeat(10_000),
  surrogates: 'lone \ud800 and whole 😀',
};

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(hostile)));

/** Reads a code span as CommonMark does: equal runs of backticks delimit it, one space is taken off both ends. */
function spanContent(markdown: string): string {
  const ticks = /^`+/.exec(markdown)?.[0] ?? '';
  assert.ok(ticks.length > 0 && markdown.endsWith(ticks));
  const content = markdown.slice(ticks.length, -ticks.length);
  for (const run of content.match(/`+/g) ?? []) assert.notEqual(run.length, ticks.length);
  return /^ .*\S.* $/.test(content) ? content.slice(1, -1) : content;
}

function fenceContent(markdown: string): string {
  const lines = markdown.split('\n');
  assert.deepEqual([lines[0], lines[1], lines.at(-1)], ['', '', '']);
  const ticks = /^`+/.exec(lines[2] ?? '')?.[0] ?? '';
  assert.ok(ticks.length >= 3);
  assert.equal(lines.at(-2), ticks);
  const content = lines.slice(3, -2);
  for (const line of content) assert.ok(!line.includes(ticks));
  return content.join('\n');
}

function hasInvisible(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);
}

describe('plainLabel', () => {
  const cases: readonly [string, string, string][] = [
    ['keeps names as they are', 'Anna Müller 😀 O’Brien', 'Anna Müller 😀 O’Brien'],
    ['keeps markup, which no label reads', hostile.html, hostile.html],
    ['breaks up icons', hostile.icon, '$ (sync~spin) $$ (bell)'],
    ['shows a right-to-left override', hostile.rightToLeft, 'abcU+202Egnp.exe'],
    ['shows zero-width characters', hostile.zeroWidth, 'aU+200BbU+200DcU+FEFFd'],
    ['shows line breaks', hostile.lines, 'one↵two↵three↵fourU+2028fiveU+0085six'],
    ['shows control characters', hostile.controls, 'U+0000U+001B[31mU+007FU+0009'],
    ['shows lone surrogates', hostile.surrogates, 'lone U+D800 and whole 😀'],
    ['shows letters without a shape', '\u3164', 'U+3164'],
    ['shows tags', '\u{e0041}', 'U+E0041'],
    ['keeps nothing as nothing', '', ''],
  ];
  for (const [title, text, label] of cases) it(title, () => assert.equal(plainLabel(text), label));

  it('cuts long text, never within a character', () => {
    assert.equal(plainLabel(hostile.long), `${'x'.repeat(1_000)}…`);
    assert.equal(plainLabel('😀😀', 3), '😀…');
    assert.equal(plainLabel('abc', 3), 'abc');
    assert.equal(plainLabel('\u202e'.repeat(10), 10), 'U+202EU+20…');
  });

  it('leaves nothing invisible, no icon and no second line in any text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, maxLength) => {
        const label = plainLabel(text, maxLength);
        assert.ok(!hasInvisible(label));
        assert.ok(!label.includes('$('));
        assert.ok(label.length <= maxLength + 1);
      }),
    );
  });
});

describe('codeSpan', () => {
  for (const name of ['html', 'link', 'formula', 'address', 'icon', 'backticks'] as const) {
    it(`keeps ${name} as text`, () => assert.equal(spanContent(codeSpan(hostile[name])), hostile[name]));
  }

  it('is never empty, which would read as two backticks', () => {
    assert.equal(codeSpan(''), '` `');
    assert.equal(codeSpan('  '), '`  `');
  });

  it('holds any text on one line, and nothing leaves it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = codeSpan(text);
        const content = spanContent(span);
        assert.ok(!hasInvisible(span));
        if (!hasInvisible(text) && text.trim() !== '' && text.length <= 1_000) {
          assert.ok(content === text || /[\u034f\u115f\u1160\u3164\uffa0]/.test(text));
        }
      }),
    );
  });
});

describe('fence', () => {
  for (const name of ['html', 'link', 'formula', 'address', 'icon', 'backticks', 'long'] as const) {
    it(`keeps ${name} as text`, () => assert.equal(fenceContent(fence(hostile[name])), hostile[name]));
  }

  it('keeps lines and tabs, and shows what is invisible', () => {
    assert.equal(fenceContent(fence('a\r\n\tb\u202ec\rd')), 'a\n\tbU+202Ec\nd');
  });

  it('holds any text, and nothing leaves it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const content = fenceContent(fence(text));
        assert.ok(!hasInvisible(content.replace(/[\n\t]/g, '')));
      }),
    );
  });

  it('cuts what is longer than a screen can show', () => {
    assert.equal(fenceContent(fence('y'.repeat(20_000))), `${'y'.repeat(10_000)}…`);
  });
});

describe('plainText', () => {
  it('keeps line breaks and tabs, and shows every other invisible character', () => {
    assert.equal(plainText('one\r\ntwo\rthree\tfour\u202efive'), 'one\ntwo\nthree\tfourU+202Efive');
    fc.assert(fc.property(anyText, (text) => !hasInvisible(plainText(text).replace(/[\n\t]/g, ''))));
  });

  it('keeps what no plain text interprets', () => {
    for (const text of [hostile.html, hostile.link, hostile.icon, hostile.backticks])
      assert.equal(plainText(text), text);
  });

  it('cuts a long text to the length that is asked for', () => {
    assert.equal(plainText(hostile.long, 5), 'xxxxx…');
    assert.equal(plainText(hostile.long, Infinity), hostile.long);
  });
});
