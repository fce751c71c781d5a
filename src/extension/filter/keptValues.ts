/** Values that outlive the window: the part of VS Code's `Memento` that is used. */
export interface KeptValues {
  /** What was kept under this name, whatever that is: another version may have kept it. */
  get(name: string): unknown;
  update(name: string, value: unknown): Thenable<void>;
}
