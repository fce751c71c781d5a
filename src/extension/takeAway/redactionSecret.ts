import type { Memento, SecretStorage } from 'vscode';
import { sha256 } from '../../core/redact/sha256';
import type { Platform } from '../platform';

const KEY = 'redactionSecret';
/** Whether a secret was kept, so that a lost one is noticed. */
const HAS_KEPT = 'hasRedactionSecret';
/** Whether a kept secret was lost: secrets live in memory only here. */
const IS_VOLATILE = 'redactionSecretIsVolatile';

const SECRET_BYTES = 32;

/** The secret that pseudonyms depend on, and what is known about how long it lasts. */
export interface RedactionKey {
  readonly secret: Uint8Array;
  /** A sentence for the user when pseudonyms will not stay the same, or already are not; undefined otherwise. */
  readonly warning: string | undefined;
}

/**
 * Keeps the secret in the editor's secret storage, which encrypts it with the system's key ring, or keeps it in memory
 * where there is none. Made at random when it is first needed, unless the user sets one.
 */
export class RedactionSecret {
  private isFresh = false;

  constructor(
    private readonly secrets: SecretStorage,
    private readonly state: Pick<Memento, 'get' | 'update'>,
    private readonly platform: Pick<Platform, 'randomBytes'>,
  ) {}

  /** The secret; made now when there is none. */
  async key(): Promise<RedactionKey> {
    const kept = await this.secrets.get(KEY);
    if (kept !== undefined) return { secret: digestOf(kept), warning: this.volatileWarning };
    const isLost = this.state.get<unknown>(HAS_KEPT) === true && !this.isFresh;
    const made = hexOf(this.platform.randomBytes(SECRET_BYTES));
    await this.keep(made);
    if (isLost) await this.state.update(IS_VOLATILE, true);
    const warning = isLost
      ? `The secret of the last window is lost: pseudonyms differ from those of earlier exports. ${lastsShort}`
      : this.volatileWarning;
    return { secret: digestOf(made), warning };
  }

  /** Takes a secret that the user chose: whoever sets the same one gets the same pseudonyms. */
  async set(text: string): Promise<void> {
    await this.keep(text);
  }

  private get volatileWarning(): string | undefined {
    return this.state.get<unknown>(IS_VOLATILE) === true ? lastsShort : undefined;
  }

  private async keep(text: string): Promise<void> {
    this.isFresh = true;
    await this.secrets.store(KEY, text);
    await this.state.update(HAS_KEPT, true);
  }
}

const lastsShort =
  'This machine keeps secrets in memory only, so pseudonyms last until the window closes. Set a secret of your own with "Set Redaction Secret…" to have the same ones again.';

function digestOf(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
