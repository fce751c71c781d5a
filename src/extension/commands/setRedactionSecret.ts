import { InputBoxValidationSeverity, window } from 'vscode';
import type { Command } from './command';

/** A secret that can be guessed gives the names away. */
const SHORTEST_SECRET = 12;

/** Sets the secret that pseudonyms follow from, so that several people, or several machines, get the same ones. */
export const setRedactionSecret: Command = {
  id: 'provisioningLog.setRedactionSecret',
  title: 'Set Redaction Secret…',
  doing: 'set the redaction secret',
  async run({ takeAway }) {
    const text = await window.showInputBox({
      title: 'Redaction Secret',
      password: true,
      ignoreFocusOut: true,
      prompt: `At least ${SHORTEST_SECRET} characters. Whoever has it and a list of names can tell who is meant.`,
      validateInput: (value) =>
        value.length < SHORTEST_SECRET
          ? {
              message: `${SHORTEST_SECRET - value.length} more characters.`,
              severity: InputBoxValidationSeverity.Error,
            }
          : undefined,
    });
    if (text !== undefined && text.length >= SHORTEST_SECRET) await takeAway.setSecret(text);
  },
};
