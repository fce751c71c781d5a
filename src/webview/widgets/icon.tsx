import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg';
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg';
import book from '@vscode/codicons/src/icons/book.svg';
import bookmark from '@vscode/codicons/src/icons/bookmark.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import chevronUp from '@vscode/codicons/src/icons/chevron-up.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import clearAll from '@vscode/codicons/src/icons/clear-all.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import commentDiscussion from '@vscode/codicons/src/icons/comment-discussion.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import dash from '@vscode/codicons/src/icons/dash.svg';
import database from '@vscode/codicons/src/icons/database.svg';
import debugStepOver from '@vscode/codicons/src/icons/debug-step-over.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import filter from '@vscode/codicons/src/icons/filter.svg';
import gear from '@vscode/codicons/src/icons/gear.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import graph from '@vscode/codicons/src/icons/graph.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import json from '@vscode/codicons/src/icons/json.svg';
import lightbulb from '@vscode/codicons/src/icons/lightbulb.svg';
import listFilter from '@vscode/codicons/src/icons/list-filter.svg';
import listTree from '@vscode/codicons/src/icons/list-tree.svg';
import organization from '@vscode/codicons/src/icons/organization.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import save from '@vscode/codicons/src/icons/save.svg';
import search from '@vscode/codicons/src/icons/search.svg';
import settings from '@vscode/codicons/src/icons/settings.svg';
import table from '@vscode/codicons/src/icons/table.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import watch from '@vscode/codicons/src/icons/watch.svg';
import wordWrap from '@vscode/codicons/src/icons/word-wrap.svg';
import zoomOut from '@vscode/codicons/src/icons/zoom-out.svg';

const icons = {
  arrowDown,
  arrowUp,
  book,
  bookmark,
  check,
  chevronDown,
  chevronRight,
  chevronUp,
  circleSlash,
  clearAll,
  close,
  commentDiscussion,
  copy,
  dash,
  database,
  debugStepOver,
  error,
  filter,
  gear,
  goToFile,
  graph,
  info,
  json,
  lightbulb,
  listFilter,
  listTree,
  organization,
  pass,
  question,
  refresh,
  save,
  search,
  settings,
  table,
  warning,
  watch,
  wordWrap,
  zoomOut,
} as const;

/** The icons that pages use, from VS Code's own set (https://microsoft.github.io/vscode-codicons/). */
export type IconName = keyof typeof icons;

/** An icon in the colour of the text around it. It says nothing to a screen reader: a word always stands beside it. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true">
      {outlines(icons[name]).map((outline) => (
        <path key={outline} d={outline} fill-rule="evenodd" clip-rule="evenodd" />
      ))}
    </svg>
  );
}

/** The outlines drawn by one of the set's files. */
function outlines(svg: string): string[] {
  return Array.from(svg.matchAll(/ d="([^"]+)"/g), (match) => match[1] ?? '');
}
