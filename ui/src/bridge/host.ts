// What every host of the window can do: answer commands, tell of changes, give bytes.

/** Something in the shop changed: screens that show it ask again. */
export interface Changed {
  seq: number;
  tags: readonly string[];
  /** At most 200; empty means "could be any". */
  ids: readonly number[];
}

/** A file that a person picked. `path` stands for it in a request. */
export interface PickedFile {
  path: string;
  name: string;
}

export interface Host {
  rpc(name: string, body: unknown): Promise<unknown>;
  /** Calls back at every change, and when changes were missed, until the returned function is called. */
  changes(told: (changed: Changed) => void, missed: () => void): () => void;
  /** The exact bytes of a document: a label, a slip. */
  document(id: number): Promise<Blob>;
  /** Shows a document, or one page of it, on the screen where there is no printer for it. */
  show(id: number, page: number | null): Promise<void>;
  /** Whether a typed path may be asked for; the desktop window takes picked files only. */
  readonly typedPaths: boolean;
  /** Asks the person for a file, where to write one, and for a folder; absent where no dialog can. */
  choose?(title: string, endings: readonly string[]): Promise<PickedFile | null>;
  chooseTarget?(title: string, name: string): Promise<PickedFile | null>;
  chooseFolder?(title: string): Promise<PickedFile | null>;
  /** Calls back with files that were dropped on the window, and while they hover over it. */
  dropped?(told: (files: readonly PickedFile[]) => void, over: (hovering: boolean) => void): () => void;
}
