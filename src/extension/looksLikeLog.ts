import { Range, type TextDocument } from 'vscode';

/** So much of a document is looked at. */
const HEAD_LENGTH = 65_536;

/** Keys that only provisioning events have, in any casing. */
const ownKeys =
  /"(?:changeId|cycleId|provisioningAction|provisioningSteps|provisioningStatusInfo|modifiedProperties)"\s*:/i;

/** Whether the beginning of a document reads like a provisioning log. An empty document may still become one. */
export function looksLikeLog(document: TextDocument): boolean {
  const head = document.getText(new Range(document.positionAt(0), document.positionAt(HEAD_LENGTH)));
  return head.trim() === '' || ownKeys.test(head);
}
