/** How the report looks, in light and dark and on paper. Nothing in it loads anything. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d8dee4; --accent: #0b62b8;
  --failure: #c9302c; --warning: #b7791f; --skipped: #7a8699; --success: #2e8b57; --unknown: #8e6bbf;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #16181c; --card: #1f2227; --text: #e6e8eb; --quiet: #a0a8b3; --line: #343a42; --accent: #6cb2ff;
    --failure: #f0716b; --warning: #e0b04f; --skipped: #98a3b3; --success: #56c288; --unknown: #b79be0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 0 0 12px; }
p { margin: 0 0 8px; }
.quiet, .note { color: var(--quiet); }
.note { font-size: 13px; margin-top: 10px; }
code { font: 0.93em/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); padding-bottom: 20px; margin-bottom: 24px; }
.cautions { margin: 14px 0 0; padding-left: 18px; color: var(--quiet); font-size: 13px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-bottom: 24px; }
.figure, section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.figure { padding: 14px 16px; border-top: 3px solid var(--line); }
.figure.failure { border-top-color: var(--failure); }
.figure.success { border-top-color: var(--success); }
.figure.skipped { border-top-color: var(--skipped); }
.figure b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figure span { display: block; font-size: 13px; color: var(--quiet); }
section { padding: 18px 20px 20px; margin-bottom: 20px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--quiet); font-size: 13px; white-space: nowrap; }
th, td { padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
th.number { white-space: normal; }
td.time { white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--quiet); font-size: 13px; }
td small { display: block; color: var(--quiet); font-size: 13px; }
td.share { min-width: 120px; }
td:first-child { min-width: 250px; }
td.time:first-child { min-width: 0; }
h3 { font-size: 15px; margin: 0 0 2px; }
.findings { margin: 0 0 14px; padding-left: 22px; }
.findings li { margin-bottom: 14px; break-inside: avoid; }
.findings p { margin: 0 0 2px; }
.findings small, section li { font-size: 13px; }
.findings small { display: block; color: var(--quiet); }
svg { display: block; width: 100%; height: auto; }
svg.bar { height: 10px; border-radius: 3px; margin-top: 6px; background: var(--line); }
svg text { fill: var(--quiet); font-size: 12px; font-family: inherit; }
svg .grid { stroke: var(--line); }
rect.failure { fill: var(--failure); } rect.warning { fill: var(--warning); } rect.skipped { fill: var(--skipped); }
rect.success { fill: var(--success); } rect.unknown { fill: var(--unknown); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 10px; padding: 0; list-style: none; font-size: 13px; }
.legend i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 6px; }
.legend i, svg.bar { forced-color-adjust: none; print-color-adjust: exact; }
i.failure { background: var(--failure); } i.warning { background: var(--warning); } i.skipped { background: var(--skipped); }
i.success { background: var(--success); } i.unknown { background: var(--unknown); }
details { margin-top: 12px; font-size: 13px; }
summary { cursor: pointer; color: var(--accent); }
footer { color: var(--quiet); font-size: 13px; }
@media (max-width: 900px), print {
  th, td.time { white-space: normal; }
  td.time { min-width: 86px; }
  td:first-child { min-width: 140px; }
  td.share { min-width: 60px; }
}
@media print {
  :root { color-scheme: light; }
  body { background: #ffffff; }
  .figure, tr, li, svg { break-inside: avoid; }
}
`;
